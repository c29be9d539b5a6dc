//! Declarations against the metadata of Microsoft Graph, where they ask for it with `schema = "v1.0"`.

#[cfg(not(feature = "schema"))]
mod without {
    use crate::diagnostic::Diagnostic;
    use crate::errors::Errors;
    use crate::input::{Enumeration, Structure, Union};

    pub(crate) fn structure(model: &Structure<'_>, errors: &mut Errors) {
        refuse(model.options.schema.version.as_ref(), errors);
    }

    pub(crate) fn enumeration(model: &Enumeration<'_>, errors: &mut Errors) {
        refuse(model.options.schema.version.as_ref(), errors);
    }

    pub(crate) fn union(model: &Union<'_>, errors: &mut Errors) {
        refuse(model.options.schema.version.as_ref(), errors);
    }

    fn refuse(version: Option<&syn::LitStr>, errors: &mut Errors) {
        if let Some(version) = version {
            errors.push(version, Diagnostic::NoSchema);
        }
    }
}

#[cfg(feature = "schema")]
mod with {
    use graph_resource_schema::{Field, Finding, Level, Mark, Part, Rules, Shape, Type, v1_0};
    use proc_macro2::{Span, TokenStream};
    use quote::ToTokens;
    use syn::ext::IdentExt;
    use syn::spanned::Spanned;
    use syn::{Attribute, Ident, LitStr};

    use crate::diagnostic::Diagnostic;
    use crate::errors::Errors;
    use crate::input::case::Case;
    use crate::input::types::innermost;
    use crate::input::{Codec, Container, Enumeration, Property, Route, Structure, Union};

    /// Checks a struct: its paths, its type and its fields.
    pub(crate) fn structure(model: &Structure<'_>, errors: &mut Errors) {
        let input = model.input;
        let Some(rules) = rules(&model.options, &input.attrs, errors) else { return };
        let Some(of_type) = declared(rules, &input.ident, &model.options, &model.routes, errors) else { return };
        let mut place = Place::new(&input.ident, &input.attrs, errors);
        let other = rules.kind(of_type, false);
        let is_other = other.is_some();
        place.tell_all(other);
        place.tell_all(rules.of_type(of_type));
        if is_other {
            return;
        }
        for property in &model.properties {
            let options = &property.options;
            if options.etag.is_set() || options.annotation.is_named() || options.unchecked.is_set() {
                continue;
            }
            let (path, is_option, is_vec) = innermost(property.ty);
            let name = path.and_then(|path| path.path.segments.last()).map(|last| last.ident.to_string());
            let shape = name.as_deref().map(|name| Shape { is_option, is_vec, name });
            let marks = [
                (property.is_key, Mark::Key),
                (property.is_relationship(), Mark::Navigation),
                (options.read_only.is_set(), Mark::ReadOnly),
                (options.create_only.is_set(), Mark::CreateOnly),
                (options.write_only.is_set(), Mark::WriteOnly),
                (options.not_null.is_set(), Mark::NotNull),
            ];
            let field = Field {
                wire: &property.wire,
                marks: marks.into_iter().filter(|(is_set, _)| *is_set).map(|(_, mark)| mark).collect(),
                shape: shape.filter(|_| matches!(property.codec, Codec::Native)),
            };
            let mut place = Place::of_property(property, &input.attrs, errors);
            place.tell_all(rules.field(of_type, &field));
        }
    }

    /// Checks an enumeration: its type and its members.
    pub(crate) fn enumeration(model: &Enumeration<'_>, errors: &mut Errors) {
        let input = model.input;
        let Some(rules) = rules(&model.options, &input.attrs, errors) else { return };
        let Some(of_type) = declared(rules, &input.ident, &model.options, &[], errors) else { return };
        let mut place = Place::new(&input.ident, &input.attrs, errors);
        let other = rules.kind(of_type, true);
        let is_other = other.is_some();
        place.tell_all(other);
        place.tell_all(rules.of_type(of_type));
        if is_other {
            return;
        }
        for member in model.members.iter().filter(|member| !member.is_unchecked) {
            let at = written(member.ident, member.rename.as_ref());
            let mut place = Place { name: at, of_type: None, lints: [&input.attrs, &member.variant.attrs], errors };
            place.tell_all(rules.enum_member(of_type, &member.wire));
        }
    }

    /// Checks a union: its base, and that the variants derive from it.
    pub(crate) fn union(model: &Union<'_>, errors: &mut Errors) {
        let input = model.input;
        let Some(rules) = rules(&model.options, &input.attrs, errors) else { return };
        let base = declared(rules, &input.ident, &model.options, &model.routes, errors);
        if let Some(base) = base {
            let mut place = Place::new(&input.ident, &input.attrs, errors);
            place.tell_all(rules.kind(base, false));
            place.tell_all(rules.of_type(base));
        }
        for variant in model.variants.iter().filter(|variant| !variant.is_unknown) {
            let Some(attributes) = variant.checked else { continue };
            let Some((name, literal)) = &variant.odata_type else {
                let mut place = Place::new(variant.ident, attributes, errors);
                place.tell_all(base.and_then(|base| rules.base(base)));
                continue;
            };
            let mut place = Place::new(literal, attributes, errors);
            match rules.type_named(name) {
                Ok(of_type) => {
                    place.tell_all(base.and_then(|base| rules.variant(of_type, base)));
                    place.tell_all(rules.of_type(of_type));
                }
                Err(finding) => place.tell(finding),
            }
        }
    }

    /// The rules that the type asks for.
    fn rules(options: &Container, attributes: &[Attribute], errors: &mut Errors) -> Option<Rules<'static>> {
        let version = options.schema.version.as_ref()?;
        let text = version.value();
        if text.split_once('#').map_or(&*text, |(version, _)| version) != "v1.0" {
            errors.push(version, Diagnostic::OtherSchema { text });
            return None;
        }
        let rules = Rules::new(v1_0());
        let Some(cloud) = &options.schema.cloud else { return Some(rules) };
        match rules.in_cloud(&cloud.value()) {
            Ok(in_cloud) => Some(in_cloud),
            Err(finding) => {
                Place::new(cloud, attributes, errors).tell(finding);
                Some(rules)
            }
        }
    }

    /// The type that is declared: by its qualified name, by its path, or by the name of the Rust type. A mistake is told.
    fn declared(
        rules: Rules<'static>,
        ident: &Ident,
        options: &Container,
        routes: &[Route],
        errors: &mut Errors,
    ) -> Option<Type<'static>> {
        let mut places = Vec::new();
        let mut routes = routes.iter().filter(|route| !route.is_unchecked).peekable();
        let is_placed = routes.peek().is_some();
        for path in routes.filter(|route| route.is_sound).filter_map(|route| route.literal.as_ref()) {
            match rules.path(&path.value()) {
                Ok(place) => places.push((path, place)),
                Err(finding) => Place::new(path, &[], errors).tell(finding),
            }
        }
        let version = options.schema.version.as_ref()?;
        let text = version.value();
        let (name, literal) = match (text.split_once('#'), &options.odata_type, &options.schema.odata_type) {
            (Some((_, name)), ..) => (name, version),
            (None, Some(name), Some(literal)) => (&**name, literal),
            // A text that is no qualified name has an error of its own.
            (None, None, Some(_)) => return None,
            _ if !is_placed => return by_name(rules, ident, version, errors),
            _ => return places.iter().find_map(|(_, place)| place.declared()),
        };
        match rules.type_named(name) {
            Ok(of_type) => {
                for (path, place) in &places {
                    Place::new(path, &[], errors).tell_all(rules.place(of_type, place, &path.value()));
                }
                Some(of_type)
            }
            Err(finding) => {
                Place::new(literal, &[], errors).tell(finding);
                None
            }
        }
    }

    /// The one type that has the name of the Rust type: `EmailAddress` is `microsoft.graph.emailAddress`.
    fn by_name(rules: Rules<'static>, ident: &Ident, version: &LitStr, errors: &mut Errors) -> Option<Type<'static>> {
        let name = Case::Camel.of_variant(&ident.unraw().to_string());
        let mut found = rules.types_called(&name);
        if found.len() == 1 {
            return found.pop();
        }
        let found = found.iter().map(|found| found.qualified_name().to_string()).collect();
        let near = rules.type_near(&name);
        errors.push(version, Diagnostic::SchemaWithoutType { name, found, near });
        None
    }

    /// Where a name is written: in the option, or else as the identifier.
    fn written(ident: &Ident, rename: Option<&LitStr>) -> TokenStream {
        rename.map_or_else(|| ident.to_token_stream(), ToTokens::to_token_stream)
    }

    /// A declaration where something can be found, and what the user says of lints there.
    struct Place<'p> {
        name: TokenStream,
        of_type: Option<&'p syn::Type>,
        lints: [&'p [Attribute]; 2],
        errors: &'p mut Errors,
    }

    impl<'p> Place<'p> {
        fn new(name: impl ToTokens, lints: &'p [Attribute], errors: &'p mut Errors) -> Self {
            Self { name: name.into_token_stream(), of_type: None, lints: [lints, &[]], errors }
        }

        fn of_property(property: &'p Property<'_>, lints: &'p [Attribute], errors: &'p mut Errors) -> Self {
            let name = written(property.ident, property.options.rename.get());
            Self { name, of_type: Some(property.ty), lints: [lints, property.attributes], errors }
        }

        fn tell_all(&mut self, findings: impl IntoIterator<Item = Finding>) {
            findings.into_iter().for_each(|finding| self.tell(finding));
        }

        fn tell(&mut self, finding: Finding) {
            let tokens = match (finding.part, self.of_type) {
                (Part::Type, Some(of_type)) => of_type.to_token_stream(),
                _ => self.name.clone(),
            };
            match finding.level {
                Level::Error => self.errors.push(tokens, Diagnostic::Metadata(finding.message)),
                Level::Warning => {
                    // On stable, a span of several tokens is that of the first.
                    let span: Span = tokens.span();
                    self.errors.warn(span, &finding.message, self.lints);
                }
            }
        }
    }
}

#[cfg(feature = "schema")]
pub(super) use with::{enumeration, structure, union};
#[cfg(not(feature = "schema"))]
pub(super) use without::{enumeration, structure, union};
