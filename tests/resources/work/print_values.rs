//! Values that print jobs and printers share.

use graph_resource::{GraphComplex, GraphEnum};

/// From one page, or number, to another.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[graph_resource(schema = "v1.0")]
pub struct IntegerRange {
    /// The last one.
    pub end: Option<i64>,
    /// The first one.
    pub start: Option<i64>,
}

/// Which colours are used.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PrintColorMode {
    /// Black.
    BlackAndWhite,
    /// Shades of grey.
    Grayscale,
    /// All of them.
    Color,
    /// Those of the document.
    Auto,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Which sides are used.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PrintDuplexMode {
    /// Both, turned like a book.
    FlipOnLongEdge,
    /// Both, turned like a pad.
    FlipOnShortEdge,
    /// One.
    OneSided,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// Which edge goes first.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PrinterFeedOrientation {
    /// The long one.
    LongEdgeFirst,
    /// The short one.
    ShortEdgeFirst,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// In which order the pages of a sheet stand.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PrintMultipageLayout {
    /// From the top left corner, clockwise.
    ClockwiseFromTopLeft,
    /// From the top left corner, counterclockwise.
    CounterclockwiseFromTopLeft,
    /// From the top right corner, counterclockwise.
    CounterclockwiseFromTopRight,
    /// From the top right corner, clockwise.
    ClockwiseFromTopRight,
    /// From the bottom left corner, counterclockwise.
    CounterclockwiseFromBottomLeft,
    /// From the bottom left corner, clockwise.
    ClockwiseFromBottomLeft,
    /// From the bottom right corner, counterclockwise.
    CounterclockwiseFromBottomRight,
    /// From the bottom right corner, clockwise.
    ClockwiseFromBottomRight,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How the paper lies.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PrintOrientation {
    /// Upright.
    Portrait,
    /// On its side.
    Landscape,
    /// On the other side.
    ReverseLandscape,
    /// Upside down.
    ReversePortrait,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How well it is printed.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PrintQuality {
    /// Fast.
    Low,
    /// As usual.
    Medium,
    /// Well.
    High,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

/// How a page fits the paper.
#[derive(Clone, Debug, PartialEq, GraphEnum)]
#[graph_resource(schema = "v1.0")]
pub enum PrintScaling {
    /// As the printer thinks best.
    Auto,
    /// Made smaller, if it must be.
    ShrinkToFit,
    /// So that no paper stays white.
    Fill,
    /// So that nothing is cut off.
    Fit,
    /// As it is.
    None,
    /// What this build does not know.
    #[graph_resource(unknown)]
    Unknown(String),
}

macro_rules! finishings {
    ($($member:ident: $meaning:literal,)*) => {
        /// What is done to the printed sheets.
        #[derive(Clone, Debug, PartialEq, GraphEnum)]
        #[graph_resource(schema = "v1.0")]
        pub enum PrintFinishing {
            $(#[doc = $meaning] $member,)*
            /// What this build does not know.
            #[graph_resource(unknown)]
            Unknown(String),
        }
    };
}

finishings! {
    None: "Nothing.",
    Staple: "Stapled.",
    Punch: "Punched.",
    Cover: "In a cover.",
    Bind: "Bound.",
    SaddleStitch: "Stitched along the fold.",
    StitchEdge: "Stitched along an edge.",
    StapleTopLeft: "One staple, top left.",
    StapleBottomLeft: "One staple, bottom left.",
    StapleTopRight: "One staple, top right.",
    StapleBottomRight: "One staple, bottom right.",
    StitchLeftEdge: "Stitched on the left.",
    StitchTopEdge: "Stitched on top.",
    StitchRightEdge: "Stitched on the right.",
    StitchBottomEdge: "Stitched at the bottom.",
    StapleDualLeft: "Two staples, left.",
    StapleDualTop: "Two staples, on top.",
    StapleDualRight: "Two staples, right.",
    StapleDualBottom: "Two staples, at the bottom.",
    StapleTripleLeft: "Three staples, left.",
    StapleTripleTop: "Three staples, on top.",
    StapleTripleRight: "Three staples, right.",
    StapleTripleBottom: "Three staples, at the bottom.",
    BindLeft: "Bound on the left.",
    BindTop: "Bound on top.",
    BindRight: "Bound on the right.",
    BindBottom: "Bound at the bottom.",
    FoldAccordion: "Folded like an accordion.",
    FoldDoubleGate: "Folded like a gate, and again.",
    FoldGate: "Folded like a gate.",
    FoldHalf: "Folded in the middle.",
    FoldHalfZ: "Folded like a Z, one half alone.",
    FoldLeftGate: "Folded like the left half of a gate.",
    FoldLetter: "Folded like a letter.",
    FoldParallel: "Folded in the middle, twice.",
    FoldPoster: "Folded like a poster.",
    FoldRightGate: "Folded like the right half of a gate.",
    FoldZ: "Folded like a Z.",
    FoldEngineeringZ: "Folded like a large drawing.",
    PunchTopLeft: "One hole, top left.",
    PunchBottomLeft: "One hole, bottom left.",
    PunchTopRight: "One hole, top right.",
    PunchBottomRight: "One hole, bottom right.",
    PunchDualLeft: "Two holes, left.",
    PunchDualTop: "Two holes, on top.",
    PunchDualRight: "Two holes, right.",
    PunchDualBottom: "Two holes, at the bottom.",
    PunchTripleLeft: "Three holes, left.",
    PunchTripleTop: "Three holes, on top.",
    PunchTripleRight: "Three holes, right.",
    PunchTripleBottom: "Three holes, at the bottom.",
    PunchQuadLeft: "Four holes, left.",
    PunchQuadTop: "Four holes, on top.",
    PunchQuadRight: "Four holes, right.",
    PunchQuadBottom: "Four holes, at the bottom.",
    Fold: "Folded.",
    Trim: "Cut.",
    Bale: "Tied together.",
    BookletMaker: "Made a booklet.",
    Coat: "Coated.",
    Laminate: "Laminated.",
    TrimAfterPages: "Cut after each page.",
    TrimAfterDocuments: "Cut after each document.",
    TrimAfterCopies: "Cut after each copy.",
    TrimAfterJob: "Cut at the end.",
}
