//! What the cells of a range hold. The metadata calls it untyped: a range is rows of cells, and where all cells are to
//! have one value, that value alone may stand for them.

use std::fmt;
use std::marker::PhantomData;

use graph_resource::GraphEnum;
use graph_resource::codec::ReadContext;
use graph_resource::codec::WriteForm;
use graph_resource::codec::{Accept, Codec, CodecOf, GraphValue, Replaced, ScalarCodec, ScalarValue};
use serde::de::value::SeqAccessDeserializer;
use serde::de::{Error, IntoDeserializer, SeqAccess, Visitor};
use serde::{Deserializer, Serialize, Serializer};
use serde_json::Number;

/// The cells of a range.
#[derive(Clone, Debug, PartialEq)]
pub enum Cells<T> {
    /// One value for all.
    All(T),
    /// Row by row. In a change, null leaves a cell as it is.
    Rows(Rows<T>),
}

type Rows<T> = Vec<Vec<Option<T>>>;

/// How cells are read and written: as a whole.
pub struct CellsCodec<T>(PhantomData<T>);

impl<T: GraphValue> GraphValue for Cells<T> {
    type Codec = CellsCodec<T>;
}

impl<T: GraphValue> Accept<Cells<T>> for CellsCodec<T> {
    fn accept(value: Cells<T>) -> Cells<T> {
        value
    }
}

impl<T: GraphValue> Replaced for CellsCodec<T> {
    type Value = Cells<T>;

    fn read<'de, D: Deserializer<'de>>(from: D, cx: ReadContext<'_>) -> Result<Cells<T>, D::Error> {
        from.deserialize_any(CellsVisitor { cx, value: PhantomData })
    }

    fn write<S: Serializer>(value: &Cells<T>, form: WriteForm, to: S) -> Result<S::Ok, S::Error> {
        match value {
            Cells::All(value) => CodecOf::<T>::write(value, form, to),
            Cells::Rows(rows) => <CodecOf<Rows<T>> as Codec>::write(rows, form, to),
        }
    }
}

struct CellsVisitor<'c, T> {
    cx: ReadContext<'c>,
    value: PhantomData<T>,
}

impl<T: GraphValue> CellsVisitor<'_, T> {
    fn all<'de, E: Error>(&self, value: impl IntoDeserializer<'de, E>) -> Result<Cells<T>, E> {
        CodecOf::<T>::read(value.into_deserializer(), self.cx).map(Cells::All)
    }
}

impl<'de, T: GraphValue> Visitor<'de> for CellsVisitor<'_, T> {
    type Value = Cells<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("rows of cells, or one value for all")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Cells<T>, E> {
        self.all(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Cells<T>, E> {
        self.all(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Cells<T>, E> {
        self.all(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Cells<T>, E> {
        self.all(value)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Cells<T>, E> {
        self.all(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, rows: A) -> Result<Cells<T>, A::Error> {
        <CodecOf<Rows<T>> as Codec>::read(SeqAccessDeserializer::new(rows), self.cx).map(Cells::Rows)
    }
}

/// The value of a cell, or its formula.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A truth value.
    Truth(bool),
    /// A number; a date is one, too.
    Number(Number),
    /// A text; a formula is one that begins with `=`.
    Text(String),
}

impl ScalarValue for Cell {
    fn read<'de, D: Deserializer<'de>>(from: D, _: ReadContext<'_>) -> Result<Self, D::Error> {
        from.deserialize_any(CellVisitor)
    }

    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Truth(value) => value.serialize(to),
            Self::Number(value) => value.serialize(to),
            Self::Text(value) => value.serialize(to),
        }
    }
}

impl GraphValue for Cell {
    type Codec = ScalarCodec<Self>;
}

struct CellVisitor;

impl Visitor<'_> for CellVisitor {
    type Value = Cell;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a truth value, a number or a text")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Cell, E> {
        Ok(Cell::Truth(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Cell, E> {
        Ok(Cell::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Cell, E> {
        Ok(Cell::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Cell, E> {
        Number::from_f64(value).map(Cell::Number).ok_or_else(|| E::custom("a number that JSON does not have"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Cell, E> {
        Ok(Cell::Text(value.to_owned()))
    }
}

/// What kind of value a cell has.
// The metadata has them as any JSON.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(rename_all = "PascalCase")]
pub enum CellKind {
    /// Not known to the service.
    #[graph_resource(rename = "Unknown")]
    Undetermined,
    /// None.
    Empty,
    /// A text.
    String,
    /// A whole number.
    Integer,
    /// A number.
    Double,
    /// A truth value.
    Boolean,
    /// An error, such as that of a division by zero.
    Error,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Other(String),
}
