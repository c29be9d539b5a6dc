//! fieldValueSet: an open entity of which the columns of a list are the properties.

use graph_resource::{At, ETag, GraphResource};
use serde_json::{Map, Value};

use crate::harness::{Documented, Own, Required, every_example};

/// The values that an item of a list has in its columns.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/sites/<site>/lists/<list>/items/<item>/fields", schema = "v1.0")]
#[graph_resource(path = "/me/drive/items/<item>/listItem/fields", at = "of_drive_item")]
pub struct FieldValueSet {
    /// The id of the item.
    #[graph_resource(read_only)]
    pub id: String,
    /// The version.
    #[graph_resource(etag)]
    pub etag: Option<ETag>,
    /// By the name of the column.
    #[graph_resource(additional)]
    pub columns: Map<String, Value>,
}

impl Documented for FieldValueSet {
    const TYPES: &'static [&'static str] = &["microsoft.graph.fieldValueSet"];
    const REQUIRED: Required = Required { patches: 0, gets: 0, wholes: 0 };
    const OWN: &'static [Own] = &[
        Own {
            url: "/sites/contoso.sharepoint.com,01,02/lists/Orders/items/3/fields",
            before: r#"{"@odata.etag":"\"9c,1\"","id":"3","Title":"Paint","Quantity":12,"Price":2.50,"Rush":false,
                "Due":"2024-02-29T08:00:00Z","Color":"Red"}"#,
            patch: r#"{"Quantity":13,"Color":null,"Note":"Matt"}"#,
            answer: r#"{"@odata.etag":"\"9c,2\"","id":"3","Title":"Paint","Quantity":13,"Price":2.50,"Rush":false,
                "Due":"2024-02-29T08:00:00Z","Note":"Matt"}"#,
        },
        // Several choices at once say what they are; what another list holds is named by its id.
        Own {
            url: "/sites/root/lists/Orders/items/4/fields",
            before: r##"{"id":"4","Colors@odata.type":"#Collection(Edm.String)","Colors":["Red"],"CustomerLookupId":"6",
                "Readers":[{"LookupId":7,"LookupValue":"Adele","Email":"adele@contoso.com"}],"_ModerationStatus":0}"##,
            patch: r#"{"Colors@odata.type":"Collection(Edm.String)","Colors":["Red","Blue"],"CustomerLookupId":9,
                "ReadersLookupId@odata.type":"Collection(Edm.Int32)","ReadersLookupId":[]}"#,
            answer: "",
        },
        Own {
            url: "/me/drive/items/01AB/listItem/fields",
            before: r#"{"id":"5","FileLeafRef":"plan.docx","Rating":4,"Place":{"street":"Storgata 1","coordinates":
                {"latitude":59.9,"longitude":null}}}"#,
            patch: r#"{"Place":{"street":"Storgata 2"},"Rating":null}"#,
            answer: "",
        },
    ];

    fn at(path: &[&str]) -> Option<At<Self>> {
        Some(match path {
            ["sites", site, "lists", list, "items", item, "fields"] => Self::at(site, list, item),
            ["me", "drive", "items", item, "listItem", "fields"] => Self::of_drive_item(item),
            _ => return None,
        })
    }
}

#[test]
fn every_example_of_field_value_set() {
    every_example::<FieldValueSet>();
}
