package org.zhixing.notice.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.notice.Channels;
import org.zhixing.notice.rules.ChannelSettings;
import org.zhixing.notice.store.LetterRows;

/** The court's channels as an administrator sees them; the webhook's secret is never shown again. */
@Schema(name = "Channels")
public record ChannelsView(
        Email email,
        Webhook webhook,

        @Schema(description = "Time of day in Asia/Shanghai", examples = "08:00")
        String digestAt,

        @Schema(description = "Nothing leaves on a rest day, nor before digestAt on a working day")
        boolean quietOnRestDays,

        List<ChannelCount> waiting,
        List<ChannelCount> dead,
        int version) {

    /** E-mail. */
    @Schema(name = "EmailChannel")
    public record Email(
            @Schema(description = "A mail server is configured")
            boolean available,

            boolean enabled,

            @Schema(description = "Nobody may switch e-mail off; who did gets the digest")
            boolean mandatory,

            @Schema(description = "People of the court without an address")
            int withoutAddress) {}

    /** The webhook. */
    @Schema(name = "WebhookChannel")
    public record Webhook(
            boolean enabled,
            @Nullable String url,

            @Schema(description = "There is a secret; what it is, nobody is told")
            boolean secretSet) {}

    /** Deliveries of a channel. */
    @Schema(name = "ChannelCount")
    public record ChannelCount(@Schema(examples = "EMAIL") String channel, long letters) {}

    static ChannelsView from(Channels.State state) {
        ChannelSettings s = state.settings();
        return new ChannelsView(
                new Email(state.emailAvailable(), s.emailEnabled(), s.emailMandatory(), state.withoutAddress()),
                new Webhook(s.webhookEnabled(), s.webhookUrl(), s.webhookSecretSet()),
                s.digestAt().toString(),
                s.quietOnRestDays(),
                counts(state, false),
                counts(state, true),
                s.version());
    }

    private static List<ChannelCount> counts(Channels.State state, boolean dead) {
        return state.counts().stream()
                .filter(count -> count.dead() == dead)
                .sorted(java.util.Comparator.comparing(LetterRows.Count::channel))
                .map(count -> new ChannelCount(count.channel(), count.rows()))
                .toList();
    }
}
