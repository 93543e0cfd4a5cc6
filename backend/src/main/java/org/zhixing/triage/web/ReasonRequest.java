package org.zhixing.triage.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why. */
@Schema(name = "ReasonRequest")
public record ReasonRequest(@NotBlank @Size(max = 500) String reason) {}
