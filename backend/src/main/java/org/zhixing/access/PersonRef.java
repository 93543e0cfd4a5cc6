package org.zhixing.access;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody's id and name, as every screen shows a person. */
@Schema(name = "PersonRef")
public record PersonRef(UUID id, @Schema(examples = "王某") String name) {}
