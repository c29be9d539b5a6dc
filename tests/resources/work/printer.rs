//! printer: numbers of double precision, collections of every kind, and a selection of properties.

use graph_resource::{At, Bytes, DateTimeOffset, GraphComplex, GraphResource};

use crate::harness::{Documented, Own, Page, Required, every_example};
use crate::work::print_job::PrintJob;
use crate::work::print_values::{
    IntegerRange, PrintColorMode, PrintDuplexMode, PrintFinishing, PrintMultipageLayout, PrintOrientation,
    PrintQuality, PrintScaling, PrinterFeedOrientation,
};
use crate::work::printer_state::PrinterStatus;

/// A printer that is registered.
#[derive(Clone, Debug, PartialEq, GraphResource)]
#[graph_resource(path = "/print/printers/<id>", schema = "v1.0")]
pub struct Printer {
    /// The key.
    pub id: String,
    /// What it can do.
    #[graph_resource(merge)]
    pub capabilities: Option<PrinterCapabilities>,
    /// What it does where a job says nothing.
    #[graph_resource(merge)]
    pub defaults: Option<PrinterDefaults>,
    /// The name to show.
    pub display_name: String,
    /// Whether a device stands behind it.
    #[graph_resource(read_only, default)]
    pub has_physical_device: bool,
    /// Whether it takes jobs.
    #[graph_resource(read_only)]
    pub is_accepting_jobs: Option<bool>,
    /// Whether others may print on it.
    #[graph_resource(read_only, default)]
    pub is_shared: bool,
    /// When it was last heard of.
    #[graph_resource(read_only)]
    pub last_seen_date_time: Option<DateTimeOffset>,
    /// Where it stands.
    #[graph_resource(merge)]
    pub location: Option<PrinterLocation>,
    /// Who made it.
    #[graph_resource(read_only)]
    pub manufacturer: Option<String>,
    /// Which one it is.
    #[graph_resource(read_only)]
    pub model: Option<String>,
    /// The name to show, as older bodies call it.
    #[graph_resource(unchecked)] // beta
    pub name: Option<String>,
    /// When it was registered.
    #[graph_resource(read_only)]
    pub registered_date_time: DateTimeOffset,
    /// How it is.
    #[graph_resource(read_only)]
    pub status: PrinterStatus,
    /// What waits.
    #[graph_resource(navigation)]
    pub jobs: Option<Vec<PrintJob>>,
}

/// What a printer can do. A collection that is not there says that the printer does not tell.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PrinterCapabilities {
    /// Margins at the bottom, in thousandths of a millimetre.
    pub bottom_margins: Option<Vec<i32>>,
    /// Whether copies come one after the other.
    pub collation: Option<bool>,
    /// Which colours.
    pub color_modes: Option<Vec<PrintColorMode>>,
    /// `application/pdf`.
    pub content_types: Option<Vec<String>>,
    /// How many copies.
    pub copies_per_job: Option<IntegerRange>,
    /// Dots per inch.
    pub dpis: Option<Vec<i32>>,
    /// Which sides.
    pub duplex_modes: Option<Vec<PrintDuplexMode>>,
    /// Which edge goes first.
    pub feed_orientations: Option<Vec<PrinterFeedOrientation>>,
    /// What is done to the sheets.
    pub finishings: Option<Vec<PrintFinishing>>,
    /// Where paper comes from.
    pub input_bins: Option<Vec<String>>,
    /// Whether there are colours.
    pub is_color_printing_supported: Option<bool>,
    /// Whether some pages can be left out.
    pub is_page_range_supported: Option<bool>,
    /// Margins on the left.
    pub left_margins: Option<Vec<i32>>,
    /// Colours of paper.
    pub media_colors: Option<Vec<String>>,
    /// Sizes of paper.
    pub media_sizes: Option<Vec<String>>,
    /// Kinds of paper.
    pub media_types: Option<Vec<String>>,
    /// In which order the pages of a sheet stand.
    pub multipage_layouts: Option<Vec<PrintMultipageLayout>>,
    /// How the paper lies.
    pub orientations: Option<Vec<PrintOrientation>>,
    /// Where paper goes.
    pub output_bins: Option<Vec<String>>,
    /// How many pages stand on a sheet.
    pub pages_per_sheet: Option<Vec<i32>>,
    /// How well it prints.
    pub qualities: Option<Vec<PrintQuality>>,
    /// Margins on the right.
    pub right_margins: Option<Vec<i32>>,
    /// How a page fits the paper.
    pub scalings: Option<Vec<PrintScaling>>,
    /// Whether pages can be made to fit the paper.
    pub supports_fit_pdf_to_page: Option<bool>,
    /// Margins on top.
    pub top_margins: Option<Vec<i32>>,
}

/// What a printer does where a job says nothing.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PrinterDefaults {
    /// Which colours are used.
    pub color_mode: Option<PrintColorMode>,
    /// `application/oxps`.
    pub content_type: Option<String>,
    /// How many copies.
    pub copies_per_job: Option<i32>,
    /// Dots per inch.
    pub dpi: Option<i32>,
    /// Which sides are used.
    pub duplex_mode: Option<PrintDuplexMode>,
    /// What is done to the sheets.
    pub finishings: Option<Vec<PrintFinishing>>,
    /// Whether pages fit the paper.
    pub fit_pdf_to_page: Option<bool>,
    /// Where paper comes from.
    pub input_bin: Option<String>,
    /// The colour of the paper.
    pub media_color: Option<String>,
    /// The size of the paper.
    pub media_size: Option<String>,
    /// The kind of paper.
    pub media_type: Option<String>,
    /// In which order the pages of a sheet stand.
    pub multipage_layout: Option<PrintMultipageLayout>,
    /// How the paper lies.
    pub orientation: Option<PrintOrientation>,
    /// Where paper goes.
    pub output_bin: Option<String>,
    /// How many pages stand on a sheet.
    pub pages_per_sheet: Option<i32>,
    /// How well it is printed.
    pub quality: Option<PrintQuality>,
    /// How a page fits the paper.
    pub scaling: Option<PrintScaling>,
}

/// Where a printer stands.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct PrinterLocation {
    /// Metres above the sea.
    pub altitude_in_meters: Option<i32>,
    /// The building.
    pub building: Option<String>,
    /// The town.
    pub city: Option<String>,
    /// The country.
    pub country_or_region: Option<String>,
    /// The floor, mostly a number.
    pub floor: Option<String>,
    /// What the floor is called.
    pub floor_description: Option<String>,
    /// Degrees to the north.
    pub latitude: Option<f64>,
    /// Degrees to the east.
    pub longitude: Option<f64>,
    /// Whose it is, from the whole to the part.
    #[graph_resource(default)]
    pub organization: Vec<String>,
    /// The postal code.
    pub postal_code: Option<String>,
    /// What the out is called.
    pub room_description: Option<String>,
    /// The out, mostly a number.
    pub room_name: Option<String>,
    /// The campus.
    pub site: Option<String>,
    /// The state or province.
    pub state_or_province: Option<String>,
    /// Street and number.
    pub street_address: Option<String>,
    /// Parts of the state, from the whole to the part.
    #[graph_resource(default)]
    pub subdivision: Vec<String>,
    /// Parts of the building.
    #[graph_resource(default)]
    pub subunit: Vec<String>,
    /// The same, as the pages write it.
    #[graph_resource(default, unchecked)] // on pages alone
    pub sub_unit: Vec<String>,
}

impl Documented for Printer {
    const TYPES: &'static [&'static str] = &["microsoft.graph.printer"];
    const REQUIRED: Required = Required { patches: 2, gets: 5, wholes: 4 };
    const BLANK: &'static str = r#"{"id":"0","displayName":"","registeredDateTime":"2020-01-01T00:00:00Z","status":
        {"state":"unknown"}}"#;
    const OWN: &'static [Own] = &[Own {
        url: "/print/printers/016b5565",
        before: r#"{"id":"016b5565","displayName":"Attic","registeredDateTime":"2021-02-04T00:00:00.0000000Z","status":
            {"state":"unknown","details":["tonerLow","disconnected"],"description":null},"location":{"latitude":-0.5,
            "longitude":1e-7,"altitudeInMeters":null,"subunit":["Loft"],"organization":[]},"capabilities":{"dpis":[],
            "bottomMargins":null,"topMargins":[0,4318],"copiesPerJob":{"start":1},"finishings":["trimAfterJob"]},
            "defaults":{"orientation":"reversePortrait","finishings":["none"]},"jobs":[]}"#,
        patch: r#"{"displayName":"Cellar","location":{"latitude":59.91273,"altitudeInMeters":-3,"subunit":[]},"defaults":
            {"finishings":null,"orientation":null,"quality":"high"},"capabilities":null}"#,
        answer: "",
    }];

    fn at(path: &[&str]) -> Option<At<Self>> {
        match path {
            ["print", "printers", id] => Some(Self::at(id)),
            _ => None,
        }
    }

    fn get(page: &Page) -> Option<http::Request<Bytes>> {
        match &*page.path() {
            ["print", "printers"] => Some(page.request(Self::collection().list())),
            path => Some(page.request(<Self as Documented>::at(path)?.get())),
        }
    }
}

#[test]
fn every_example_of_printer() {
    every_example::<Printer>();
}
