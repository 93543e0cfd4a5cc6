package org.zhixing.slip.web;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.Actors;
import org.zhixing.access.Roles;
import org.zhixing.flow.MoveTaskSlips;
import org.zhixing.paper.rules.PaperPermits;
import org.zhixing.platform.Clause;
import org.zhixing.platform.Messages;
import org.zhixing.platform.ProblemMapper;
import org.zhixing.slip.rules.TaskSlipAct;

/** The same act on many task slips: each is done or refused on its own. */
@Path("/api/v1/task-slip-rounds")
@Tag(name = "task-slips")
public class TaskSlipRoundResource {
    private final Actors actors;
    private final MoveTaskSlips moving;
    private final ProblemMapper problems;

    TaskSlipRoundResource(Actors actors, MoveTaskSlips moving, ProblemMapper problems) {
        this.actors = actors;
        this.moving = moving;
        this.problems = problems;
    }

    @POST
    @Path("signatures")
    @RolesAllowed(Roles.JUDGE)
    @Clause(PaperPermits.CLAUSE)
    @Operation(operationId = "signTaskSlips", summary = "The judge of the cases signs many dispatches")
    public Uni<TaskSlipRequests.Outcomes> sign(
            @NotNull @Valid TaskSlipRequests.Round request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        return round(TaskSlipAct.SIGN, request, key, Messages.locale(language));
    }

    @POST
    @Path("receipts")
    @RolesAllowed({Roles.TEAM_LEADER, Roles.JUDGE_ASSISTANT, Roles.CLERK})
    @Operation(
            operationId = "receiveTaskSlips",
            summary = "The affairs team takes many slips; their clocks run from today")
    public Uni<TaskSlipRequests.Outcomes> receive(
            @NotNull @Valid TaskSlipRequests.Round request,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String language) {
        return round(TaskSlipAct.RECEIVE, request, key, Messages.locale(language));
    }

    private Uni<TaskSlipRequests.Outcomes> round(
            TaskSlipAct act, TaskSlipRequests.Round request, @Nullable String key, Locale locale) {
        List<MoveTaskSlips.Item> items = request.slips().stream()
                .map(seen -> new MoveTaskSlips.Item(seen.id(), seen.version()))
                .toList();
        return actors.current()
                .chain(actor -> moving.move(actor, act, items, key))
                .map(outcomes -> {
                    List<TaskSlipRequests.Outcome> shown = outcomes.stream()
                            .map(each -> new TaskSlipRequests.Outcome(
                                    each.id(),
                                    each.refusal() == null ? null : problems.problem(each.refusal(), locale)))
                            .toList();
                    return new TaskSlipRequests.Outcomes(
                            (int) shown.stream()
                                    .filter(each -> each.problem() == null)
                                    .count(),
                            shown);
                });
    }
}
