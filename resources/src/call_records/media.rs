//! What was sent over a leg, stream by stream.

use graph_resource::edm::Duration;
use graph_resource::{DateTimeOffset, GraphComplex};

use super::{AudioCodec, DeviceInfo, MediaStreamDirection, NetworkInfo, VideoCodec};

/// One kind of media on a leg: its streams, and the devices and networks on both sides.
///
/// Source: Microsoft Graph v1.0, resource type `media`.
#[derive(Clone, Debug, Default, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0"))]
pub struct Media {
    /// The name under which the two sides agreed on it, such as `main-audio`.
    pub label: Option<String>,
    /// The network of the caller.
    pub caller_network: Option<NetworkInfo>,
    /// The network of the callee.
    pub callee_network: Option<NetworkInfo>,
    /// The device of the caller.
    pub caller_device: Option<DeviceInfo>,
    /// The device of the callee.
    pub callee_device: Option<DeviceInfo>,
    /// The streams, at least one for each direction in use.
    #[graph_resource(default)]
    pub streams: Vec<MediaStream>,
}

/// A stream from one endpoint to the other, and how well it went.
///
/// Durations are ISO 8601, such as `PT0.018S`; jitter and round-trip time are computed as RFC 3550 says. A rate or a
/// ratio is a fraction from 0 to 1 unless its line says otherwise. What was not measured is `None`.
///
/// Source: Microsoft Graph v1.0, resource type `mediaStream`; numbers are `Edm.Single` by the metadata.
#[derive(Clone, Debug, PartialEq, GraphComplex)]
#[cfg_attr(test, graph_resource(schema = "v1.0#microsoft.graph.callRecords.mediaStream"))]
pub struct MediaStream {
    /// The id of the stream: digits, as text.
    pub stream_id: Option<String>,
    /// Which side sent it.
    pub stream_direction: MediaStreamDirection,
    /// When the stream began. UTC.
    pub start_date_time: Option<DateTimeOffset>,
    /// When the stream ended. UTC.
    pub end_date_time: Option<DateTimeOffset>,
    /// How the audio was encoded.
    pub audio_codec: Option<AudioCodec>,
    /// How the video was encoded.
    pub video_codec: Option<VideoCodec>,
    /// How much loss and jitter took from the network mean opinion score, on average.
    pub average_audio_degradation: Option<f32>,
    /// Jitter, on average.
    pub average_jitter: Option<Duration>,
    /// The greatest jitter.
    pub max_jitter: Option<Duration>,
    /// Share of packets that were lost, on average.
    pub average_packet_loss_rate: Option<f32>,
    /// The greatest share of packets that were lost.
    pub max_packet_loss_rate: Option<f32>,
    /// Share of audio frames with samples made up to conceal a loss, on average.
    pub average_ratio_of_concealed_samples: Option<f32>,
    /// The greatest share of packets that were concealed.
    pub max_ratio_of_concealed_samples: Option<f32>,
    /// Round-trip time in the network, on average.
    pub average_round_trip_time: Option<Duration>,
    /// The greatest round-trip time in the network.
    pub max_round_trip_time: Option<Duration>,
    /// Number of packets.
    pub packet_utilization: Option<i64>,
    /// Estimated bandwidth between the endpoints on average, in bits per second.
    pub average_bandwidth_estimate: Option<i64>,
    /// Whether the stream went past the mediation server, straight between client and gateway.
    pub was_media_bypassed: Option<bool>,
    /// Share of packets still lost after forward error correction, over all video streams and codecs.
    pub post_forward_error_correction_packet_loss_rate: Option<f32>,
    /// Share of video frames lost as the user saw it, on average, in percent.
    pub average_video_frame_loss_percentage: Option<f32>,
    /// Video frames received on average, over all video streams, in frames per second.
    pub average_received_frame_rate: Option<f32>,
    /// Share of the call with less than 7.5 frames per second.
    pub low_frame_rate_ratio: Option<f32>,
    /// Share of video packets that were lost, on average.
    pub average_video_packet_loss_rate: Option<f32>,
    /// Video frames of this stream on average, in frames per second.
    pub average_video_frame_rate: Option<f32>,
    /// Share of the call with less than 70 % of the expected capability to process video.
    pub low_video_processing_capability_ratio: Option<f32>,
    /// Jitter of the audio in the network, on average.
    pub average_audio_network_jitter: Option<Duration>,
    /// Jitter of the audio in the network, the greatest of all windows of 20 seconds.
    pub max_audio_network_jitter: Option<Duration>,
    /// Length of a freeze of the video, on average.
    pub average_freeze_duration: Option<Duration>,
    /// Length of a freeze of the video, root mean square.
    pub rms_freeze_duration: Option<Duration>,
    /// Whether forward error correction of the audio was ever in use.
    pub is_audio_forward_error_correction_used: Option<bool>,
}
