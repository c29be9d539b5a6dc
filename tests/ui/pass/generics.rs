//! Parameters with bounds, where-clauses, defaults and constants.

use graph_resource::{Change, GraphComplex, GraphResource, GraphValue};

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Plain<T> {
    pub value: T,
    pub nullable: Option<T>,
    pub items: Vec<T>,
    pub boxed: Option<Box<T>>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Bounded<T: Clone + GraphValue, const N: usize> {
    pub value: T,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Where<T, U>
where
    T: GraphValue + Default,
    U: GraphValue,
{
    #[graph_resource(default)]
    pub value: T,
    pub other: Option<Plain<U>>,
}

/// Named as the parameters of serde's functions often are.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Named<S, D> {
    pub first: Option<S>,
    pub second: Option<D>,
}

#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/pages/<id>")]
pub struct Page<T = String> {
    pub id: String,
    pub content: Option<T>,
}

#[derive(Clone, Debug, PartialEq, GraphComplex)]
pub struct Opaque<T: serde::Serialize + serde::de::DeserializeOwned + GraphValue> {
    #[graph_resource(opaque)]
    pub value: T,
}

fn any<T: GraphValue>() -> PagePatch<T> {
    PagePatch::new().clear_content()
}

fn change<T: GraphComplex>(value: T) -> Change<T> {
    value.into()
}

fn main() {
    let plain = PlainPatch::<String>::new().value("a").nullable("b").items(vec![]).boxed("c");
    let _ = WherePatch::<i64, String>::new().value(7).other(plain);
    let _ = BoundedPatch::<String, 3>::new().value("x");
    let _ = Page::<Plain<i64>>::at("a").update(PagePatch::new().content(PlainPatch::new().value(7)));
    let _ = PagePatch::<String>::new().content("text");
    let _ = (change(Bounded::<i64, 3> { value: 7 }), Change::<Page<String>>::from(PagePatch::new().content("text")));
    let _ = (any::<bool>(), OpaquePatch::<String>::new().value("x".into()));
    let _ = Page::<String>::props().content.name();
}
