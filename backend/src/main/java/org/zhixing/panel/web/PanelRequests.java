package org.zhixing.panel.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zhixing.panel.rules.Deliberation;
import org.zhixing.panel.rules.Opinion;
import org.zhixing.signing.rules.Seat;

/** What is sent to panels. */
final class PanelRequests {
    private PanelRequests() {}

    @Schema(name = "PanelOpinion")
    record Held(
            @NotNull Seat seat,

            @Schema(description = "Whether the member is against the resolution") @NotNull
            Boolean dissents,

            @NotBlank @Size(max = 600) String text) {}

    @Schema(name = "NewPanel")
    record NewPanel(
            @NotNull LocalDate heldOn,

            @Schema(examples = "09:30") @NotBlank @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d")
            String heldAt,

            @NotBlank @Size(max = 100) String place,
            @NotBlank @Size(max = 1000) String matter,
            @NotBlank @Size(max = 3000) String discussion,
            @NotBlank @Size(max = 2000) String resolution,
            @NotEmpty @Size(max = 3) List<@NotNull @Valid Held> opinions) {

        Deliberation deliberation() {
            return new Deliberation(
                    heldOn,
                    heldAt,
                    place.strip(),
                    matter.strip(),
                    discussion.strip(),
                    resolution.strip(),
                    opinions.stream()
                            .map(o ->
                                    new Opinion(o.seat(), o.dissents(), o.text().strip()))
                            .toList());
        }
    }

    @Schema(name = "PanelReason")
    record Why(@NotBlank @Size(max = 500) String reason) {}
}
