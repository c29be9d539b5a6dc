//! The tables of options: where each option may stand, and what value it takes.

use syn::meta::ParseNestedMeta;
use syn::{Attribute, LitStr};

use super::attr::{Attr, Attrs, CratePath, Given, read_all};
use super::site::Site;
use crate::errors::Errors;

/// A row of a table.
pub(crate) struct Row {
    name: &'static str,
    sites: &'static [Site],
}

const TABLES: [&[Row]; 3] = [TypeOptions::ROWS, FieldOptions::ROWS, VariantOptions::ROWS];

impl Site {
    pub(crate) const ALL: [Self; 7] =
        [Self::Resource, Self::Complex, Self::Union, Self::Enum, Self::Field, Self::Variant, Self::UnionVariant];

    /// As in "unknown field option".
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Resource => "resource",
            Self::Complex => "complex type",
            Self::Union => "union",
            Self::Enum => "enumeration",
            Self::Field => "field",
            Self::Variant | Self::UnionVariant => "variant",
        }
    }

    /// As in "an option of fields".
    pub(crate) fn plural(self) -> &'static str {
        match self {
            Self::Resource => "resources",
            Self::Complex => "complex types",
            Self::Union => "unions",
            Self::Enum => "enumerations",
            Self::Field => "fields",
            Self::Variant => "variants",
            Self::UnionVariant => "variants of unions",
        }
    }

    /// The options that may stand here, in the order of the documentation.
    pub(crate) fn options(self) -> impl Iterator<Item = &'static str> {
        let rows = TABLES.into_iter().flatten();
        rows.filter(move |row| row.sites.contains(&self)).map(|row| row.name)
    }
}

/// A struct with an [`Attr`], or with [`Attrs`], for each option of a table.
pub(crate) trait Options: Sized {
    const ROWS: &'static [Row];

    /// No option given.
    fn new() -> Self;

    /// Reads the option of this name.
    fn read_one(&mut self, name: &str, meta: &ParseNestedMeta<'_>, errors: &mut Errors) -> syn::Result<()>;

    /// Takes over the options of another attribute.
    fn absorb(&mut self, other: Self, errors: &mut Errors);

    /// Notes that the attributes hold something that is no option.
    fn note_unread(&mut self);

    /// The options that were given, in the order of the table.
    fn given(&self) -> Vec<Given>;

    /// Reads all our attributes.
    fn read(attributes: &[Attribute], site: Site, errors: &mut Errors) -> Self {
        let mut options = Self::new();
        if read_all(attributes, site, errors, |name, meta, errors| options.read_one(name, meta, errors)) {
            options.note_unread();
        }
        options
    }
}

/// Makes a table: for each option the field, the kind of its value with an example, and the sites where it may stand.
macro_rules! options {
    (
        $(#[$doc:meta])*
        $table:ident {
            $($field:ident $(= $name:literal)?: $kind:ident $(($example:literal))? on [$($site:ident),+],)+
        }
    ) => {
        $(#[$doc])*
        pub(crate) struct $table {
            $(pub(crate) $field: options!(@type $kind),)+
            /// Whether the attributes hold something that is no option. A missing option may be meant there.
            pub(crate) is_unread: bool,
        }

        impl Options for $table {
            const ROWS: &'static [Row] =
                &[$(Row { name: options!(@name $field $($name)?), sites: &[$(Site::$site),+] }),+];

            fn new() -> Self {
                Self { $($field: <options!(@type $kind)>::new(options!(@name $field $($name)?)),)+ is_unread: false }
            }

            fn read_one(&mut self, name: &str, meta: &ParseNestedMeta<'_>, errors: &mut Errors) -> syn::Result<()> {
                match name {
                    $(options!(@name $field $($name)?) => options!(@read (self.$field) meta, errors, $($example)?),)+
                    _ => Ok(()),
                }
            }

            fn absorb(&mut self, other: Self, errors: &mut Errors) {
                $(self.$field.absorb(other.$field, errors);)+
                self.is_unread |= other.is_unread;
            }

            fn note_unread(&mut self) {
                self.is_unread = true;
            }

            fn given(&self) -> Vec<Given> {
                [$(self.$field.given()),+].into_iter().flatten().collect()
            }
        }
    };
    (@type flag) => { Attr<()> };
    (@type value) => { Attr<LitStr> };
    (@type values) => { Attrs<LitStr> };
    (@type path) => { Attr<CratePath> };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    (@read ($($attr:tt)+) $meta:expr, $errors:expr,) => { $($attr)+.flag($meta, $errors) };
    (@read ($($attr:tt)+) $meta:expr, $errors:expr, $example:literal) => { $($attr)+.value($meta, $example, $errors) };
}

options! {
    /// The options of a type.
    TypeOptions {
        path: value("\"/users/<id>\"") on [Resource, Union],
        odata_type: value("\"microsoft.graph.user\"") on [Resource, Complex, Union, Enum],
        rename_all: value("\"camelCase\"") on [Resource, Complex, Enum],
        partial: value("\"Name\"") on [Resource, Complex, Union],
        patch: value("\"Name\"") on [Resource, Complex, Union],
        props: value("\"Name\"") on [Resource, Complex],
        base: path("Type") on [Union],
        at: value("\"Name\"") on [Resource, Union],
        collection: value("\"Name\"") on [Resource, Union],
        schema: value("\"v1.0\"") on [Resource, Complex, Union, Enum],
        cloud: value("\"china\"") on [Resource, Complex, Union, Enum],
        unchecked: flag on [Resource, Union],
        runtime = "crate": path("::graph_resource") on [Resource, Complex, Union, Enum],
    }
}

options! {
    /// The options of a field.
    FieldOptions {
        rename: value("\"wireName\"") on [Field],
        alias: values("\"OtherName\"") on [Field],
        annotation: value("\"@microsoft.graph.downloadUrl\"") on [Field],
        read_only: flag on [Field],
        create_only: flag on [Field],
        write_only: flag on [Field],
        not_null: flag on [Field],
        merge: flag on [Field],
        navigation: flag on [Field],
        inline: flag on [Field],
        additional: flag on [Field],
        skip: flag on [Field],
        etag: flag on [Field],
        default: flag on [Field],
        with: value("\"module\"") on [Field],
        opaque: flag on [Field],
        unchecked: flag on [Field],
    }
}

options! {
    /// The options of a variant, of an enumeration or of a union.
    VariantOptions {
        rename: value("\"wireName\"") on [Variant],
        odata_type: value("\"microsoft.graph.user\"") on [UnionVariant],
        unknown: flag on [Variant, UnionVariant],
        unchecked: flag on [Variant, UnionVariant],
    }
}
