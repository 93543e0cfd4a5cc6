package org.zhixing.slip.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhixing.access.rules.Team;

/**
 * A task slip (任务流转单, clause 一(四)): the team of a case hands offline work to the affairs team, on its judge's signature.
 *
 * @param requestedBy null for a slip that filing opened
 * @param clock when the work is due, null before its clock runs
 * @param delegation the other court and the letters; null for what is carried out for a team of this court
 */
public record TaskSlip(
        UUID id,
        int courtId,
        TaskSlipNumber number,
        OfCase of,
        SlipKind kind,
        SlipTask task,
        @Nullable UUID requestedBy,
        LocalDate requestedOn,
        Course course,
        @Nullable Clock clock,
        @Nullable Delegation delegation,
        int version) {

    /** Its case, as it stands today. */
    public record OfCase(
            UUID id,
            String number,
            @Nullable Team team,
            @Nullable UUID judgeId,
            @Nullable UUID executorId,
            boolean open) {
        public boolean handledBy(UUID person) {
            return person.equals(judgeId) || person.equals(executorId);
        }
    }

    /**
     * The node that counts its days.
     *
     * @param evidence the category of the e-file in which it is proved done; null where a letter does that
     */
    public record Clock(
            LocalDate dueOn, boolean running, @Nullable String evidence) {}

    /** How far it has come, and by whom. */
    public record Course(
            TaskSlipState state,
            @Nullable UUID signedBy,
            @Nullable LocalDate signedOn,
            @Nullable UUID receivedBy,
            @Nullable LocalDate receivedOn,
            @Nullable UUID executorId,
            List<UUID> officers,
            @Nullable String result,
            @Nullable UUID resultBy,
            @Nullable LocalDate resultOn,
            @Nullable String reason,
            @Nullable UUID nodeId) {

        public Course {
            officers = List.copyOf(officers);
        }

        public Course signed(UUID by, LocalDate on) {
            return new Course(
                    TaskSlipState.SIGNED, by, on, null, null, null, List.of(), null, null, null, null, nodeId);
        }

        public Course received(UUID by, LocalDate on, @Nullable UUID node) {
            return new Course(
                    TaskSlipState.RECEIVED, signedBy, signedOn, by, on, null, List.of(), null, null, null, null, node);
        }

        /** One that was sent back stays so, whoever is to go again. */
        public Course assigned(UUID executor, List<UUID> all) {
            TaskSlipState now = state == TaskSlipState.RETURNED ? state : TaskSlipState.ASSIGNED;
            return with(now, executor, all, result, resultBy, resultOn, reason);
        }

        public Course handedIn(UUID by, LocalDate on, String what) {
            return with(TaskSlipState.RESULT_IN, executorId, officers, what, by, on, null);
        }

        /** Another court's answer is awaited, as before it came. */
        public Course awaited() {
            return with(TaskSlipState.RECEIVED, executorId, officers, null, null, null, null);
        }

        public Course ended(TaskSlipState how, @Nullable String why) {
            return with(how, executorId, officers, result, resultBy, resultOn, why);
        }

        private Course with(
                TaskSlipState now,
                @Nullable UUID executor,
                List<UUID> all,
                @Nullable String what,
                @Nullable UUID by,
                @Nullable LocalDate on,
                @Nullable String why) {
            return new Course(
                    now, signedBy, signedOn, receivedBy, receivedOn, executor, all, what, by, on, why, nodeId);
        }
    }

    public TaskSlipState state() {
        return course.state();
    }

    /** What the volume must hold before there is a result; null where that is not known yet, or a letter tells. */
    public @Nullable String evidence() {
        return clock == null ? null : clock.evidence();
    }

    /** True if the work's day has passed and its clock still runs. */
    public boolean late(LocalDate today) {
        return clock != null && clock.running() && today.isAfter(clock.dueOn());
    }

    public TaskSlip at(Course now) {
        return new TaskSlip(
                id, courtId, number, of, kind, task, requestedBy, requestedOn, now, clock, delegation, version);
    }

    public TaskSlip with(@Nullable Delegation letters) {
        return new TaskSlip(
                id, courtId, number, of, kind, task, requestedBy, requestedOn, course, clock, letters, version);
    }
}
