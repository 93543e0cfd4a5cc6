package org.zhixing.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that happened: {@code action} is a key of the catalogue {@code messages/timeline}. */
public record Entry(
        String action, @Nullable UUID caseId, @Nullable UUID subjectId, Object detail) {}
