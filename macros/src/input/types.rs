//! What the derives read from the spelling of a type. They see names alone, and cannot resolve an alias.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Generics, PathArguments, PathSegment, Type, TypePath};

/// The type without the invisible group of a `macro_rules!` fragment, and without parentheses.
pub(crate) fn peeled(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => peeled(&group.elem),
        Type::Paren(paren) => peeled(&paren.elem),
        ty => ty,
    }
}

/// The `T` of an `Option<T>` that is written literally, also through the fragment of a `macro_rules!` macro.
pub(crate) fn inside_option(ty: &Type) -> Option<&Type> {
    let path = plain_path(ty)?;
    let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if !matches!(names[..], ["Option"] | ["core" | "std", "option", "Option"]) {
        return None;
    }
    argument(path.path.segments.last()?)
}

/// The innermost `T` of nested `Option`s, which are a mistake.
pub(crate) fn inside_options(ty: &Type) -> Option<&Type> {
    let inner = inside_option(ty)?;
    Some(inside_options(inner).unwrap_or(inner))
}

/// The `T` of a `Box<T>` that is written literally.
pub(crate) fn inside_box(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = peeled(ty) else { return None };
    argument(path.path.segments.last().filter(|segment| segment.ident == "Box")?)
}

/// Of a navigation property's value, the type of the related entities, and whether there is a `Vec` of them.
pub(crate) fn related(value: &Type) -> (&Type, bool) {
    let mut entity = value;
    let mut is_many = false;
    while let Some(last) = plain_path(entity).and_then(|path| path.path.segments.last()) {
        let is_vec = last.ident == "Vec";
        match argument(last) {
            Some(inner) if is_vec || last.ident == "Box" => {
                is_many |= is_vec;
                entity = inner;
            }
            _ => break,
        }
    }
    (entity, is_many)
}

/// The innermost type's path inside of `Option`, `Vec` and `Box`; and whether there was an `Option`, and a `Vec`.
#[cfg(feature = "schema")]
pub(crate) fn innermost(ty: &Type) -> (Option<&TypePath>, bool, bool) {
    let (mut inner, mut is_option, mut is_vec) = (ty, false, false);
    loop {
        let path = plain_path(inner);
        let Some(last) = path.and_then(|path| path.path.segments.last()) else { return (path, is_option, is_vec) };
        let wrapper = ["Option", "Vec", "Box"].into_iter().find(|name| last.ident == name);
        let (Some(wrapper), Some(next)) = (wrapper, argument(last)) else { return (path, is_option, is_vec) };
        is_option |= wrapper == "Option";
        is_vec |= wrapper == "Vec";
        inner = next;
    }
}

/// Whether the type is an `Option` of a collection whose items are `Option`s.
pub(crate) fn has_nullable_items(ty: &Type) -> bool {
    let items = inside_option(ty).and_then(plain_path).and_then(|path| argument(path.path.segments.last()?));
    items.is_some_and(|items| inside_option(items).is_some())
}

/// Whether the type is one of those that need no confirmation by the compiler: a primitive, a string or a moment.
pub(crate) fn is_plain(ty: &Type) -> bool {
    is_primitive(ty) || is_one_of(ty, &["String", "DateTimeOffset"])
}

/// Whether the type is a `bool` or one of the numbers that the runtime knows.
pub(crate) fn is_primitive(ty: &Type) -> bool {
    is_one_of(ty, &["bool", "i8", "u8", "i16", "u16", "i32", "u32", "i64", "f32", "f64"])
}

fn is_one_of(ty: &Type, names: &[&str]) -> bool {
    let Type::Path(path) = ty else { return false };
    path.path.get_ident().is_some_and(|ident| names.iter().any(|name| ident == name))
}

/// Whether the type is a `Vec`.
pub(crate) fn is_collection(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if ends_in(path, "Vec"))
}

/// Whether the type is a `String`: of another type, the compiler would show what the derive does with it.
pub(crate) fn is_string(ty: &Type) -> bool {
    matches!(peeled(ty), Type::Path(path) if ends_in(path, "String"))
}

/// Whether the type is one that people write for a JSON object by mistake. Of any other type, the compiler decides.
pub(crate) fn is_no_object(ty: &Type) -> bool {
    match peeled(ty) {
        Type::Path(path) => ends_in(path, "String") || ends_in(path, "Value"),
        _ => true,
    }
}

/// A type of the standard library that people write for a Graph type, and what to write instead. Looks through `Option`,
/// `Vec` and `Box`. A type of the user's own may have the name, so that its shape has to be that of the standard library's.
pub(crate) fn of_std(ty: &Type) -> Option<(&TypePath, &'static str, &'static str)> {
    let path = plain_path(ty)?;
    let last = path.path.segments.last()?;
    if ["Option", "Vec", "Box"].iter().any(|name| last.ident == name) {
        return of_std(argument(last)?);
    }
    let arguments: Vec<&GenericArgument> = match &last.arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.iter().collect(),
        _ => Vec::new(),
    };
    let module = path.path.segments.iter().rev().nth(1).map(|segment| &segment.ident);
    let (name, instead) = match arguments[..] {
        [GenericArgument::Lifetime(_), _] if last.ident == "Cow" => ("Cow", "String"),
        [GenericArgument::Type(_), GenericArgument::Type(_)] if last.ident == "HashMap" => {
            ("HashMap", "BTreeMap<String, …>")
        }
        [] if last.ident == "SystemTime" && module.is_some_and(|module| module == "time") => {
            ("SystemTime", "graph_resource::DateTimeOffset")
        }
        _ => return None,
    };
    Some((path, name, instead))
}

/// Whether the last name of the path is this one.
pub(crate) fn ends_in(path: &TypePath, name: &str) -> bool {
    path.path.segments.last().is_some_and(|segment| segment.ident == name)
}

/// The type as a path without `<T as Trait>::`.
pub(crate) fn plain_path(ty: &Type) -> Option<&TypePath> {
    match peeled(ty) {
        Type::Path(path) if path.qself.is_none() => Some(path),
        _ => None,
    }
}

/// The one type in angle brackets.
fn argument(segment: &PathSegment) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(inner) if arguments.args.len() == 1 => Some(inner),
        _ => None,
    }
}

/// The names of the generic parameters that are types or constants, for [`mentions`].
pub(crate) fn parameters(generics: &Generics) -> Vec<String> {
    let types = generics.type_params().map(|parameter| &parameter.ident);
    types.chain(generics.const_params().map(|parameter| &parameter.ident)).map(ToString::to_string).collect()
}

/// Whether the type depends on one of these parameters.
pub(crate) fn mentions(ty: &Type, parameters: &[String]) -> bool {
    fn any(tokens: TokenStream, parameters: &[String]) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(ident) => ident == "Self" || parameters.iter().any(|parameter| ident == parameter),
            TokenTree::Group(group) => any(group.stream(), parameters),
            _ => false,
        })
    }
    any(ty.to_token_stream(), parameters)
}
