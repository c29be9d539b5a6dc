//! The types of a callRecord and of its sessions as lists of properties, so that each contestant defines the same ones.
//!
//! A list is handed to a macro of the contestant, `define!`, item by item. A struct has its OData name, and for each
//! property the Rust name, the wire name, whether an answer must name it, whether it is a relationship, and
//! the type.

/// callRecord as its reference page describes it.
macro_rules! call_record {
    ($define:ident) => {
        $define! { struct CallRecord "microsoft.graph.callRecords.callRecord" {
            id "id" required [String];
            version "version" required [i64];
            r#type "type" required [CallType];
            modalities "modalities" required [Vec<Modality>];
            last_modified_date_time "lastModifiedDateTime" required [DateTimeOffset];
            start_date_time "startDateTime" required [DateTimeOffset];
            end_date_time "endDateTime" required [DateTimeOffset];
            organizer "organizer" optional [Option<IdentitySet>];
            participants "participants" required [Vec<IdentitySet>];
            join_web_url "joinWebUrl" optional [Option<String>];
        } }
        $define! { enum CallType { GroupCall "groupCall"; PeerToPeer "peerToPeer"; } }
        $define! { struct IdentitySet "microsoft.graph.identitySet" {
            application "application" optional [Option<Identity>];
            device "device" optional [Option<Identity>];
            user "user" optional [Option<Identity>];
        } open additional }
        $define! { struct Identity "microsoft.graph.identity" {
            id "id" optional [Option<String>];
            display_name "displayName" optional [Option<String>];
        } open additional }
        $define! { enum Modality {
            Audio "audio";
            Video "video";
            VideoBasedScreenSharing "videoBasedScreenSharing";
            Data "data";
            ScreenSharing "screenSharing";
        } }
    };
}

/// What an expanded callRecord has below it, with the properties that answers show. Needs `Modality` and `IdentitySet`.
macro_rules! sessions {
    ($define:ident) => {
        $define! { struct Session "microsoft.graph.callRecords.session" {
            id "id" required [String];
            modalities "modalities" required [Vec<Modality>];
            start_date_time "startDateTime" required [DateTimeOffset];
            end_date_time "endDateTime" required [DateTimeOffset];
            caller "caller" optional [Option<Endpoint>];
            callee "callee" optional [Option<Endpoint>];
            failure_info "failureInfo" optional [Option<FailureInfo>];
            is_test "isTest" optional [Option<bool>];
            segments "segments" optional (navigation) [Option<Vec<Segment>>];
        } }
        $define! { struct Segment "microsoft.graph.callRecords.segment" {
            id "id" required [String];
            start_date_time "startDateTime" required [DateTimeOffset];
            end_date_time "endDateTime" required [DateTimeOffset];
            caller "caller" optional [Option<Endpoint>];
            callee "callee" optional [Option<Endpoint>];
            failure_info "failureInfo" optional [Option<FailureInfo>];
            media "media" required [Vec<Media>];
        } }
        $define! { union Endpoint {
            Participant "#microsoft.graph.callRecords.participantEndpoint" ParticipantEndpoint;
            Service "#microsoft.graph.callRecords.serviceEndpoint" ServiceEndpoint;
        } }
        $define! { struct ParticipantEndpoint "microsoft.graph.callRecords.participantEndpoint" {
            user_agent "userAgent" optional [Option<UserAgent>];
            identity "identity" optional [Option<IdentitySet>];
            feedback "feedback" optional [Option<UserFeedback>];
            name "name" optional [Option<String>];
            cpu_name "cpuName" optional [Option<String>];
            cpu_cores_count "cpuCoresCount" optional [Option<i32>];
            cpu_processor_speed_in_mhz "cpuProcessorSpeedInMhz" optional [Option<i32>];
        } }
        $define! { struct ServiceEndpoint "microsoft.graph.callRecords.serviceEndpoint" {
            user_agent "userAgent" optional [Option<UserAgent>];
        } }
        $define! { union UserAgent {
            Client "#microsoft.graph.callRecords.clientUserAgent" ClientUserAgent;
            Service "#microsoft.graph.callRecords.serviceUserAgent" ServiceUserAgent;
        } }
        $define! { struct ClientUserAgent "microsoft.graph.callRecords.clientUserAgent" {
            header_value "headerValue" optional [Option<String>];
            application_version "applicationVersion" optional [Option<String>];
            platform "platform" required [ClientPlatform];
            product_family "productFamily" required [ProductFamily];
        } }
        $define! { struct ServiceUserAgent "microsoft.graph.callRecords.serviceUserAgent" {
            header_value "headerValue" optional [Option<String>];
            application_version "applicationVersion" optional [Option<String>];
            role "role" required [String];
        } }
        $define! { enum ClientPlatform {
            Windows "windows"; MacOs "macOS"; Ios "iOS"; Android "android"; Web "web"; IpPhone "ipPhone";
            RoomSystem "roomSystem"; SurfaceHub "surfaceHub"; HoloLens "holoLens";
        } }
        $define! { enum ProductFamily { Teams "teams"; SkypeForBusiness "skypeForBusiness"; Lync "lync"; } }
        $define! { struct FailureInfo "microsoft.graph.callRecords.failureInfo" {
            stage "stage" required [String];
            reason "reason" optional [Option<String>];
        } }
        $define! { struct UserFeedback "microsoft.graph.callRecords.userFeedback" {
            text "text" optional [Option<String>];
            rating "rating" required [FeedbackRating];
        } }
        $define! { enum FeedbackRating {
            NotRated "notRated"; Bad "bad"; Poor "poor"; Fair "fair"; Good "good"; Excellent "excellent";
        } }
        $define! { struct Media "microsoft.graph.callRecords.media" {
            label "label" optional [Option<String>];
            caller_network "callerNetwork" optional [Option<NetworkInfo>];
            callee_network "calleeNetwork" optional [Option<NetworkInfo>];
            caller_device "callerDevice" optional [Option<DeviceInfo>];
            callee_device "calleeDevice" optional [Option<DeviceInfo>];
            streams "streams" required [Vec<MediaStream>];
        } }
        $define! { struct NetworkInfo "microsoft.graph.callRecords.networkInfo" {
            ip_address "ipAddress" optional [Option<String>];
            subnet "subnet" optional [Option<String>];
            link_speed "linkSpeed" optional [Option<i64>];
            connection_type "connectionType" required [ConnectionType];
            port "port" optional [Option<i32>];
            reflexive_ip_address "reflexiveIPAddress" optional [Option<String>];
            relay_ip_address "relayIPAddress" optional [Option<String>];
            relay_port "relayPort" optional [Option<i32>];
            mac_address "macAddress" optional [Option<String>];
            dns_suffix "dnsSuffix" optional [Option<String>];
            sent_quality_event_ratio "sentQualityEventRatio" optional [Option<f32>];
            received_quality_event_ratio "receivedQualityEventRatio" optional [Option<f32>];
            delay_event_ratio "delayEventRatio" optional [Option<f32>];
            bandwidth_low_event_ratio "bandwidthLowEventRatio" optional [Option<f32>];
        } }
        $define! { enum ConnectionType { Wired "wired"; Wifi "wifi"; Mobile "mobile"; Tunnel "tunnel"; } }
        $define! { struct DeviceInfo "microsoft.graph.callRecords.deviceInfo" {
            capture_device_name "captureDeviceName" optional [Option<String>];
            capture_device_driver "captureDeviceDriver" optional [Option<String>];
            render_device_name "renderDeviceName" optional [Option<String>];
            render_device_driver "renderDeviceDriver" optional [Option<String>];
            received_signal_level "receivedSignalLevel" optional [Option<i32>];
            received_noise_level "receivedNoiseLevel" optional [Option<i32>];
            initial_signal_level_root_mean_square "initialSignalLevelRootMeanSquare" optional [Option<f32>];
            render_zero_volume_event_ratio "renderZeroVolumeEventRatio" optional [Option<f32>];
            render_mute_event_ratio "renderMuteEventRatio" optional [Option<f32>];
            mic_glitch_rate "micGlitchRate" optional [Option<f32>];
            speaker_glitch_rate "speakerGlitchRate" optional [Option<f32>];
        } }
        $define! { struct MediaStream "microsoft.graph.callRecords.mediaStream" {
            stream_id "streamId" optional [Option<String>];
            stream_direction "streamDirection" required [StreamDirection];
            start_date_time "startDateTime" optional [Option<DateTimeOffset>];
            end_date_time "endDateTime" optional [Option<DateTimeOffset>];
            average_audio_degradation "averageAudioDegradation" optional [Option<f32>];
            average_jitter "averageJitter" optional [Option<Duration>];
            max_jitter "maxJitter" optional [Option<Duration>];
            average_packet_loss_rate "averagePacketLossRate" optional [Option<f32>];
            max_packet_loss_rate "maxPacketLossRate" optional [Option<f32>];
            average_ratio_of_concealed_samples "averageRatioOfConcealedSamples" optional [Option<f32>];
            max_ratio_of_concealed_samples "maxRatioOfConcealedSamples" optional [Option<f32>];
            average_round_trip_time "averageRoundTripTime" optional [Option<Duration>];
            max_round_trip_time "maxRoundTripTime" optional [Option<Duration>];
            packet_utilization "packetUtilization" optional [Option<i64>];
            average_bandwidth_estimate "averageBandwidthEstimate" optional [Option<i64>];
            was_media_bypassed "wasMediaBypassed" optional [Option<bool>];
            average_audio_network_jitter "averageAudioNetworkJitter" optional [Option<Duration>];
            max_audio_network_jitter "maxAudioNetworkJitter" optional [Option<Duration>];
        } }
        $define! { enum StreamDirection { CallerToCallee "callerToCallee"; CalleeToCaller "calleeToCaller"; } }
        $define! { struct ExpandedCallRecord "microsoft.graph.callRecords.callRecord" {
            id "id" required [String];
            version "version" required [i64];
            r#type "type" required [CallType];
            modalities "modalities" required [Vec<Modality>];
            last_modified_date_time "lastModifiedDateTime" required [DateTimeOffset];
            start_date_time "startDateTime" required [DateTimeOffset];
            end_date_time "endDateTime" required [DateTimeOffset];
            organizer "organizer" optional [Option<IdentitySet>];
            participants "participants" required [Vec<IdentitySet>];
            join_web_url "joinWebUrl" optional [Option<String>];
            sessions "sessions" optional (navigation) [Option<Vec<Session>>];
        } }
    };
}
