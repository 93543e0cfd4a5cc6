package org.zhixing.notice.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.notice.rules.ChannelSettings;

/** The court's channels as they shall be. */
@Schema(name = "ChannelsRequest")
public record ChannelsRequest(
        @NotNull @Valid Email email,
        @NotNull @Valid Webhook webhook,

        @Schema(description = "Time of day in Asia/Shanghai", examples = "08:00")
        @NotNull
        @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]")
        String digestAt,

        @NotNull Boolean quietOnRestDays) {

    /** E-mail. */
    @Schema(name = "EmailChannelRequest")
    public record Email(@NotNull Boolean enabled, @NotNull Boolean mandatory) {}

    /** The webhook. */
    @Schema(name = "WebhookChannelRequest")
    public record Webhook(
            @NotNull Boolean enabled,

            @Schema(description = "https, unless the server's configuration names the host") @Size(max = 1000) @Nullable
            String url,

            @Schema(description = "16 to 200 characters; null keeps the one there is", writeOnly = true)
            @Size(max = 200)
            @Nullable
            String secret) {
        @Override
        public String toString() {
            return "Webhook[enabled=" + enabled + "]";
        }
    }

    ChannelSettings settings() {
        String url = webhook.url();
        return new ChannelSettings(
                email.enabled(),
                email.mandatory(),
                webhook.enabled(),
                url == null || url.isBlank() ? null : url.strip(),
                false,
                LocalTime.parse(digestAt),
                quietOnRestDays,
                0);
    }
}
