package org.zhixing.slip.rules;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step of a slip's way. */
public record TaskSlipStep(
        TaskSlipAct act, UUID by, LocalDate on, @Nullable String text) {}
