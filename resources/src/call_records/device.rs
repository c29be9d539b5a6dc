//! The devices of an endpoint.

use graph_resource::GraphComplex;

/// The microphone or camera, and the loudspeaker or screen, of one side of a leg.
///
/// A ratio is the fraction of the call, from 0 to 1, in which the endpoint noticed the state that its line names.
///
/// Source: Microsoft Graph v1.0, resource type `deviceInfo`; numbers are `Edm.Single` by the metadata.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0#microsoft.graph.callRecords.deviceInfo"))]
pub struct DeviceInfo {
    /// The name of the capturing device.
    pub capture_device_name: Option<String>,
    /// The driver of the capturing device.
    pub capture_device_driver: Option<String>,
    /// The name of the rendering device.
    pub render_device_name: Option<String>,
    /// The driver of the rendering device.
    pub render_device_driver: Option<String>,
    /// Energy of what was sent and taken for speech, on average. Mono, or the left channel.
    pub sent_signal_level: Option<i32>,
    /// Energy of what was sent and taken for noise, on average. Mono, or the left channel.
    pub sent_noise_level: Option<i32>,
    /// Energy of what was received and taken for speech, on average. Mono, or the left channel.
    pub received_signal_level: Option<i32>,
    /// Energy of what was received and taken for noise, on average. Mono, or the left channel.
    pub received_noise_level: Option<i32>,
    /// Root mean square of the incoming signal in the first 30 seconds.
    pub initial_signal_level_root_mean_square: Option<f32>,
    /// The processor was too busy, to the harm of the audio. The wire name has Graph's spelling.
    #[graph_resource(rename = "cpuInsufficentEventRatio")]
    pub cpu_insufficient_event_ratio: Option<f32>,
    /// The loudspeaker was muted.
    pub render_mute_event_ratio: Option<f32>,
    /// The loudspeaker's volume was zero.
    pub render_zero_volume_event_ratio: Option<f32>,
    /// The rendering device did not work.
    pub render_not_functioning_event_ratio: Option<f32>,
    /// The capturing device did not work.
    pub capture_not_functioning_event_ratio: Option<f32>,
    /// There were gaps in the audio, to the harm of what was sent or received.
    pub device_glitch_event_ratio: Option<f32>,
    /// The captured audio was clipped, to the harm of what was sent.
    pub device_clipping_event_ratio: Option<f32>,
    /// Speech was too soft, to the harm of what was sent.
    pub low_speech_level_event_ratio: Option<f32>,
    /// Speech was too soft for the noise, to the harm of what was sent.
    pub low_speech_to_noise_event_ratio: Option<f32>,
    /// Number of times that the audio howled.
    pub howling_event_count: Option<i32>,
    /// Glitches of the microphone in 5 minutes.
    pub mic_glitch_rate: Option<f32>,
    /// Glitches of the loudspeaker in 5 minutes.
    pub speaker_glitch_rate: Option<f32>,
}
