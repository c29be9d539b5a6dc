//! What a service that refuses a token wants to see in the next one.

use base64::Engine as _;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use http::header::{HeaderMap, WWW_AUTHENTICATE};
use http::status::StatusCode;
use serde_json::{Map, Value};

/// The claims that the next token must have, as the text of a JSON object: of a 401, and of a 403 that says
/// `insufficient_claims`.
///
/// Source: Microsoft identity platform, "claims challenges"; RFC 9110, section 11.6.1.
pub(crate) fn claims(status: StatusCode, headers: &HeaderMap) -> Option<String> {
    let is_stated = match status {
        StatusCode::UNAUTHORIZED => true,
        StatusCode::FORBIDDEN => false,
        _ => return None,
    };
    let values = headers.get_all(WWW_AUTHENTICATE).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(challenges).find_map(|challenge| {
        let is_ours = challenge.scheme.eq_ignore_ascii_case("Bearer")
            && (is_stated || challenge.parameter("error") == Some("insufficient_claims"));
        is_ours.then(|| challenge.parameter("claims").and_then(decoded)).flatten()
    })
}

/// The text of a JSON object in base64.
fn decoded(base64: &str) -> Option<String> {
    const ANY: GeneralPurposeConfig =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    const ENGINES: [GeneralPurpose; 2] = [GeneralPurpose::new(&STANDARD, ANY), GeneralPurpose::new(&URL_SAFE, ANY)];
    let bytes = ENGINES.iter().find_map(|engine| engine.decode(base64).ok())?;
    let text = String::from_utf8(bytes).ok()?;
    serde_json::from_str::<Map<String, Value>>(&text).is_ok().then_some(text)
}

/// A challenge, such as `Bearer realm="", error="insufficient_claims"`.
struct Challenge<'h> {
    scheme: &'h str,
    parameters: Vec<(&'h str, String)>,
}

impl Challenge<'_> {
    fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(same, _)| same.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// The challenges of a header. What is no challenge is passed over up to the next comma.
fn challenges(header: &str) -> Vec<Challenge<'_>> {
    let mut challenges: Vec<Challenge<'_>> = Vec::new();
    let mut rest = Rest(header);
    while rest.skip(|character| character == ',' || is_space(character)) {
        let word = rest.take(|character| character != ',' && character != '=' && !is_space(character));
        rest.skip(is_space);
        match rest.0.strip_prefix('=') {
            Some(value) => {
                rest.0 = value;
                rest.skip(is_space);
                let value = rest.value();
                if let Some(challenge) = challenges.last_mut() {
                    challenge.parameters.push((word, value));
                }
                rest.skip(|character| character != ',');
            }
            None => {
                challenges.push(Challenge { scheme: word, parameters: Vec::new() });
                // A token, which some schemes have in the place of parameters.
                let token = rest.0.split(',').next().unwrap_or_default();
                if !token.trim_end_matches(|character| character == '=' || is_space(character)).contains(['=', ' ']) {
                    rest.0 = &rest.0[token.len()..];
                }
            }
        }
    }
    challenges
}

/// What is left to read of a header.
struct Rest<'h>(&'h str);

impl<'h> Rest<'h> {
    fn take(&mut self, is_part: impl Fn(char) -> bool) -> &'h str {
        let end = self.0.find(|character| !is_part(character)).unwrap_or(self.0.len());
        let (taken, rest) = self.0.split_at(end);
        self.0 = rest;
        taken
    }

    /// Skips, and says whether something is left.
    fn skip(&mut self, is_part: impl Fn(char) -> bool) -> bool {
        self.take(is_part);
        !self.0.is_empty()
    }

    /// A value, in quotes or without.
    fn value(&mut self) -> String {
        let Some(quoted) = self.0.strip_prefix('"') else {
            return self.take(|character| character != ',' && !is_space(character)).to_owned();
        };
        let mut value = String::new();
        let mut characters = quoted.chars();
        while let Some(character) = characters.next() {
            match character {
                '"' => break,
                '\\' => value.extend(characters.next()),
                _ => value.push(character),
            }
        }
        self.0 = characters.as_str();
        value
    }
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t')
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
    use http::header::{HeaderMap, HeaderValue, WWW_AUTHENTICATE};
    use http::status::StatusCode;
    use proptest::prelude::*;

    use super::{challenges, claims};

    /// In base64, it has characters in which the two alphabets differ, and padding.
    const CLAIMS: &str = r#"{"access_token":{"nbf":{"essential":true,"value":"1604106651"},"x":"ÿ?>~ÿ?"}}"#;

    fn found(status: u16, headers: &[&str]) -> Option<String> {
        let values = headers.iter().map(|value| (WWW_AUTHENTICATE, HeaderValue::from_str(value).unwrap()));
        claims(StatusCode::from_u16(status).unwrap(), &values.collect::<HeaderMap>())
    }

    #[test]
    fn each_alphabet_is_read_with_padding_and_without() {
        let encoded = [
            STANDARD.encode(CLAIMS),
            STANDARD_NO_PAD.encode(CLAIMS),
            URL_SAFE.encode(CLAIMS),
            URL_SAFE_NO_PAD.encode(CLAIMS),
        ];
        assert!(encoded[0].contains(['+', '/']) && encoded[0].ends_with('=') && encoded[2].contains(['-', '_']));
        for text in encoded {
            let header = format!(
                r#"Bearer realm="", authorization_uri="https://login.example/a,b", error="insufficient_claims", claims="{text}""#
            );
            assert_eq!(found(401, &[&header]).as_deref(), Some(CLAIMS), "{header}");
            assert_eq!(found(403, &[&header]).as_deref(), Some(CLAIMS), "{header}");
            assert_eq!(found(400, &[&header]), None);
            for header in [format!("bearer CLAIMS={text}"), format!("Bearer\tclaims =  {text} , x=1")] {
                assert_eq!(found(401, &[&header]).as_deref(), Some(CLAIMS), "{header}");
            }
        }
    }

    #[test]
    fn a_403_must_say_that_claims_are_missing() {
        let text = STANDARD.encode(CLAIMS);
        assert_eq!(found(403, &[&format!(r#"Bearer claims="{text}""#)]), None);
        let other = format!(r#"Bearer error="insufficient_claims", Bearer claims="{text}""#);
        assert_eq!(found(403, &[&other]), None);
        assert!(found(401, &[&other]).is_some());
    }

    #[test]
    fn several_challenges_stand_in_one_header_or_in_several() {
        let text = STANDARD.encode(CLAIMS);
        let ours = format!(r#"Bearer realm="", error="insufficient_claims", claims="{text}""#);
        let others = [
            r"Negotiate",
            r"Negotiate YWJj/+==",
            r#"Basic realm="a \" quote, claims=\"e30=\", Bearer claims=\"e30=\"""#,
            r#"PoP realm="", claims="e30=""#,
            r#"Bearer claims="no base64!", x="#,
            r#"Bearer claims="W10=""#,
            r#"Bearer authorization_uri="https://login.example""#,
        ];
        for other in others {
            for header in [format!("{other}, {ours}"), format!("{ours}, {other}"), format!(" ,{other} ,\t{ours},")] {
                assert_eq!(found(401, &[&header]).as_deref(), Some(CLAIMS), "{header}");
            }
            assert_eq!(found(401, &[other, &ours]).as_deref(), Some(CLAIMS));
            assert_eq!(found(401, &[&ours, other]).as_deref(), Some(CLAIMS));
            assert_eq!(found(401, &[other]), None, "{other}");
        }
        assert_eq!(found(401, &[]), None);
    }

    #[test]
    fn a_challenge_has_its_own_parameters() {
        let found = challenges(r#"A t68=, B  x="1, 2" D e=f , y = z, Negotiate, C"#);
        let shown: Vec<_> = found.iter().map(|challenge| (challenge.scheme, challenge.parameters.len())).collect();
        assert_eq!(shown, [("A", 0), ("B", 2), ("Negotiate", 0), ("C", 0)]);
        assert_eq!(found[1].parameter("X"), Some("1, 2"));
        assert_eq!(found[1].parameter("y"), Some("z"));
    }

    proptest! {
        #[test]
        fn any_header_is_read_to_its_end(header in r"[ -~\t]{0,60}", pieces in "([A-Za-z]{1,6}|[ ,=\"\\\\\t]){0,40}") {
            for header in [&header, &pieces] {
                found(401, &[header]);
            }
        }

        #[test]
        fn what_was_quoted_is_read_again(value in "[ -~]{0,40}", other in "[ -~]{0,40}") {
            let quoted = |text: &str| format!("\"{}\"", text.replace('\\', r"\\").replace('"', r#"\""#));
            let header = format!("Basic realm={}, Bearer a={}", quoted(&other), quoted(&value));
            let found = challenges(&header);
            prop_assert_eq!(found.len(), 2);
            prop_assert_eq!(found[0].parameter("realm"), Some(other.as_str()));
            prop_assert_eq!(found[1].parameter("a"), Some(value.as_str()));
        }
    }
}
