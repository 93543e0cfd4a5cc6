package org.zhixing.notice.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;
import org.zhixing.notice.Channels;
import org.zhixing.notice.rules.ChannelSettings;
import org.zhixing.notice.rules.EmailMode;
import org.zhixing.notice.rules.Preferences;
import org.zhixing.notice.rules.WebhookMode;

/** How the caller is reached, and what the court allows. */
@Schema(name = "Preferences")
public record PreferencesView(
        @Nullable String emailAddress,
        EmailMode email,
        WebhookMode webhook,

        @Schema(description = "What becomes of the choice within what the court allows")
        Effective effective,

        Allowed allowed) {

    /** What happens now. */
    @Schema(name = "EffectivePreferences")
    public record Effective(EmailMode email, WebhookMode webhook) {}

    /** The court's frame. */
    @Schema(name = "AllowedPreferences")
    public record Allowed(
            boolean email,
            boolean emailMandatory,
            boolean webhook,

            @Schema(description = "Time of day in Asia/Shanghai", examples = "08:00")
            String digestAt,

            boolean quietOnRestDays) {}

    static PreferencesView from(Channels.Choice choice) {
        ChannelSettings court = choice.settings();
        Preferences own = choice.preferences();
        return new PreferencesView(
                own.emailAddress(),
                own.email(),
                own.webhook(),
                new Effective(own.email(court), own.webhook(court)),
                new Allowed(
                        court.emailEnabled(),
                        court.emailMandatory(),
                        court.webhookEnabled(),
                        court.digestAt().toString(),
                        court.quietOnRestDays()));
    }

    /** A choice. */
    @Schema(name = "PreferencesRequest")
    public record Request(
            @Size(max = 254) @Nullable String emailAddress,
            @NotNull EmailMode email,
            @NotNull WebhookMode webhook) {
        Preferences preferences() {
            String address = emailAddress;
            return new Preferences(address == null || address.isBlank() ? null : address.strip(), email, webhook);
        }
    }

    /** Somebody of the court, and how they are reached. */
    @Schema(name = "ReachedPerson")
    public record Reached(
            UUID id,
            String username,
            String name,
            @Nullable Team team,
            @Nullable String emailAddress,
            EmailMode email,
            WebhookMode webhook) {
        static Reached from(Channels.Reached reached) {
            Preferences p = reached.preferences();
            return new Reached(
                    reached.person().id(),
                    reached.person().username(),
                    reached.person().name(),
                    reached.person().team(),
                    p.emailAddress(),
                    p.email(),
                    p.webhook());
        }
    }
}
