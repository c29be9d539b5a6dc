//! Percent-encoding of texts that mostly need none.

use percent_encoding::{AsciiSet, utf8_percent_encode};

/// Gives the encoded text, in pieces.
///
/// A text of unreserved characters is given as it is, at a glance: no set has one of them.
///
/// Source: RFC 3986, section 2.3.
#[inline]
pub(crate) fn encode(text: &str, set: &'static AsciiSet, mut push: impl FnMut(&str)) {
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')) {
        push(text);
    } else {
        utf8_percent_encode(text, set).for_each(push);
    }
}

#[cfg(test)]
mod tests {
    use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
    use proptest::prelude::*;

    use super::encode;

    const FEW: &AsciiSet = &CONTROLS.add(b' ');
    const MOST: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

    proptest! {
        #[test]
        fn it_is_the_library_s(text in "[a-zA-Z0-9._~-]{0,8}|.{0,8}") {
            for set in [FEW, MOST] {
                let mut encoded = String::new();
                encode(&text, set, |piece| encoded.push_str(piece));
                prop_assert_eq!(&encoded, &utf8_percent_encode(&text, set).to_string());
            }
        }
    }
}
