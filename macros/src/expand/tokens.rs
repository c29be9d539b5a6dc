//! The tokens that name a property's slot, placed so that what the compiler says of a field's type is said once.
//!
//! A type that is no Graph value is refused by the compiler wherever the expansion names its codec. All those places
//! carry the span of the type, from its first token to its last, so that the refusals are the same to the letter, and
//! the compiler shows one.

use proc_macro2::{Delimiter, Group, TokenStream};
use quote::{ToTokens, format_ident};
use syn::{Ident, Index, Type};

use crate::model::{Codec, Property, Structured};
use crate::spot::{Spot, is_primitive};
use crate::trees::Trees;

/// `…::CodecOf<T>`, or the codec that an option names.
pub(super) fn codec(property: &Property<'_>, index: usize, runtime: &Trees) -> Trees {
    match &property.codec {
        Codec::Native if property.is_relationship() => of_type("::RelatedCodec<", property, runtime),
        Codec::Native => of_type("::CodecOf<", property, runtime),
        Codec::Opaque => of_type("::Opaque<", property, runtime),
        Codec::With(_) => runtime.clone().then("::With<").then(with_module(index)).then(">"),
    }
}

/// `…::Name<T>`, with the span of `T` from end to end; the name as `"::Name<"`.
pub(super) fn of_type(name: &str, property: &Property<'_>, runtime: &Trees) -> Trees {
    applied(runtime, name, property.value().to_token_stream().into(), property.spot)
}

/// `…::Name<argument>`, with the span of the type from end to end; the name as `"::Name<"`.
pub(super) fn applied(runtime: &Trees, name: &str, argument: Trees, spot: Spot) -> Trees {
    let open = spot.at_first(runtime).then(Trees::of(name, spot.first));
    open.then(argument).then(Trees::of(">", spot.last))
}

/// The unit struct that stands for the module of a field marked `with`.
pub(super) fn with_module(index: usize) -> Ident {
    format_ident!("__GraphWith{index}")
}

/// The slot: `Required<…>`, `Nullable<…>`, `Defaulted<Required<…>>`.
fn slot(property: &Property<'_>, index: usize, runtime: &Trees) -> Trees {
    let codec = codec(property, index, runtime);
    let applied = |name, argument| applied(runtime, name, argument, property.spot);
    match property.nullable {
        Some(_) => applied("::Nullable<", codec),
        None if property.has_default() => applied("::Defaulted<", applied("::Required<", codec)),
        None => applied("::Required<", codec),
    }
}

/// The slots of all properties, each of which is named many times.
pub(super) fn slots(model: &Structured<'_>, runtime: &Trees) -> Vec<Trees> {
    model.properties.iter().enumerate().map(|(index, property)| slot(property, index, runtime)).collect()
}

/// What the partial holds for the property: `Option<State<T>>`, or `Field<State<T>>` for a nullable one.
pub(super) fn state(property: &Property<'_>, runtime: &Trees) -> Trees {
    let ty = property.value();
    let state = match property.codec {
        Codec::Native if property.is_relationship() => of_type("::RelatedState<", property, runtime),
        // A primitive is its own state: the compiler need not find that out anew wherever the field is used.
        Codec::Native if !is_primitive(ty) => of_type("::State<", property, runtime),
        Codec::Native | Codec::Opaque | Codec::With(_) => ty.to_token_stream().into(),
    };
    let name = if property.nullable.is_some() { "::Field<" } else { "::Option<" };
    applied(runtime, name, state, property.spot)
}

/// `base.field`, with the span of the field's type from end to end.
pub(super) fn field(base: &str, property: &Property<'_>) -> Trees {
    place("", base, property.ident, property.spot)
}

/// `&base.field`.
pub(super) fn borrowed(base: &str, property: &Property<'_>) -> Trees {
    place("&", base, property.ident, property.spot)
}

/// `&mut base.field`.
pub(super) fn borrowed_mut(base: &str, property: &Property<'_>) -> Trees {
    place("&mut", base, property.ident, property.spot)
}

/// `& base.field`, with the span of the type from end to end.
pub(super) fn place(reference: &str, base: &str, ident: &Ident, spot: Spot) -> Trees {
    let mut ident = ident.clone();
    // Of the derive as the base is: the compiler joins spans of one origin only. Names of fields know no hygiene.
    ident.set_span(spot.last);
    Trees::of(reference, spot.first).then(Trees::of(base, spot.first)).then(Trees::of(".", spot.first)).then(ident)
}

/// `field: value`, where the value has the span of the field's type from end to end.
pub(super) fn init(property: &Property<'_>, value: Trees) -> Trees {
    let first = property.spot.first;
    let mut ident = property.ident.clone();
    ident.set_span(first);
    Trees::from(ident).then(Trees::of(":", first)).then(value)
}

/// `function(arguments)`, with the span of the type from end to end, if the function's begins there.
pub(super) fn call(function: impl Into<Trees>, arguments: impl Into<TokenStream>, spot: Spot) -> Trees {
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments.into());
    arguments.set_span(spot.last);
    function.into().then(arguments)
}

/// `function::<slot>(arguments)`, of a function or a method, with the span of the field's type from end to end.
pub(super) fn call_for(
    function: &str,
    slot: &Trees,
    arguments: impl Into<TokenStream>,
    property: &Property<'_>,
) -> Trees {
    let of = |text| Trees::of(text, property.spot.first);
    call(of(function).then(of("::<")).then(slot).then(of(">")), arguments, property.spot)
}

/// `runtime::name`, with the span of the type from end to end.
pub(super) fn path(runtime: &Trees, name: &str, spot: Spot) -> Trees {
    let of = |text| Trees::of(text, spot.first);
    spot.at_first(runtime).then(of("::")).then(of(name)).ending(spot.last)
}

/// The key as what is written into a path, with the span of its type: the type may have no `Display`.
pub(super) fn key(property: &Property<'_>, runtime: &Trees) -> Trees {
    call(path(runtime, "shown_key", property.spot), borrowed("self", property), property.spot)
}

/// The same of a nullable property that is a part of a key.
pub(super) fn nullable_key(property: &Property<'_>, runtime: &Trees) -> Trees {
    call(path(runtime, "shown_nullable_key", property.spot), borrowed("self", property), property.spot)
}

/// Whether the type is a `Vec`, by its name.
pub(super) fn is_collection(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|segment| segment.ident == "Vec"))
}

/// The row of the table: a literal without a suffix.
pub(super) fn row(index: usize) -> Index {
    Index::from(index)
}
