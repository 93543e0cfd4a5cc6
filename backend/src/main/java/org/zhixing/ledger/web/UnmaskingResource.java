package org.zhixing.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.flow.UnmaskAccount;
import org.zhixing.ledger.rules.AccountOwner;
import org.zhixing.ledger.rules.WholeAccount;

/** One account number in full, for a reason that stays in the trail. */
@Path("/api/v1/bank-accounts/unmasking")
@Tag(name = "ledger")
public class UnmaskingResource {
    private final Actors actors;
    private final UnmaskAccount unmask;

    UnmaskingResource(Actors actors, UnmaskAccount unmask) {
        this.actors = actors;
        this.unmask = unmask;
    }

    /** Whose, and why. */
    @Schema(name = "UnmaskingRequest")
    public record UnmaskingRequest(
            @NotNull AccountOwner of,
            @NotNull UUID id,
            @NotBlank @Size(max = 500) String reason) {}

    /** The account in full. */
    @Schema(name = "UnmaskedAccount")
    public record UnmaskedAccount(
            String name,
            @Nullable String bankName,
            @Schema(examples = "6222020200112233445") String account) {
        static UnmaskedAccount from(WholeAccount account) {
            return new UnmaskedAccount(account.name(), account.bankName(), account.number());
        }
    }

    @POST
    @RolesAllowed({Roles.FUNDS, Roles.JUDGE, Roles.EXECUTOR})
    @Operation(
            operationId = "unmaskBankAccount",
            summary = "See a bank account's number in full",
            description =
                    "For the funds desk and the case's handlers. Each look is recorded with its reason, and is never"
                            + " answered from a store: there is no Idempotency-Key.")
    public Uni<RestResponse<UnmaskedAccount>> unmask(@NotNull @Valid UnmaskingRequest request) {
        return actors.current()
                .chain(actor -> unmask.unmask(actor, request.of(), request.id(), request.reason()))
                .map(account -> RestResponse.ResponseBuilder.ok(UnmaskedAccount.from(account))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
