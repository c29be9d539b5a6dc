#![doc = include_str!("../README.md")]

mod annotations;
mod csdl;
mod error;
mod model;
mod names;
mod write;

use graph_resource_schema::Date;

pub use self::error::BuildError;

/// What an index is built of.
#[derive(Clone, Debug)]
pub struct Source<'s> {
    /// The text of the CSDL file.
    pub csdl: &'s str,
    /// The version of the API: `v1.0`.
    pub version: &'s str,
    /// The day, or the month, of the file.
    pub date: Date,
    /// Names of other clouds, with the texts of their CSDL files: what they lack is noted.
    pub clouds: Vec<(&'s str, &'s str)>,
}

/// An index, and what had no place in it.
#[derive(Clone, Debug)]
pub struct Built {
    /// The bytes, which `graph_resource_schema::Index::new` opens. The same for the same source.
    pub index: Vec<u8>,
    /// Targets of annotations that the file does not declare, in the file's order.
    pub unplaced: Vec<String>,
}

/// Builds an index.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use graph_resource_schema::Index;
/// use graph_resource_schema_build::{Source, build};
///
/// let csdl = r#"
///     <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
///       <Schema Namespace="example" xmlns="http://docs.oasis-open.org/odata/ns/edm">
///         <ComplexType Name="place"><Property Name="city" Type="Edm.String"/></ComplexType>
///       </Schema>
///     </edmx:DataServices></edmx:Edmx>"#;
/// let built = build(&Source { csdl, version: "v1.0", date: "2026-08".parse()?, clouds: Vec::new() })?;
/// let index = Index::new(&built.index)?;
/// assert!(index.find_type("example.place").unwrap().member("city").is_some());
/// # Ok(()) }
/// ```
///
/// # Errors
/// If a text is no CSDL, names a type that it does not declare, or holds more than an index can.
pub fn build(source: &Source<'_>) -> Result<Built, BuildError> {
    let model = csdl::read(source.csdl)?;
    model.check()?;
    let mut clouds = Vec::new();
    for (name, csdl) in &source.clouds {
        clouds.push(((*name).to_owned(), csdl::read(csdl)?));
    }
    let index = write::index(&model, &clouds, source.version, source.date)?;
    Ok(Built { index, unplaced: model.unplaced })
}
