package org.zhixing.dossier.rules;

import java.util.UUID;

/** A file as it was handed in. Size in bytes; SHA-256 in lower-case hex. */
public record StoredFile(UUID id, String name, String mediaType, long size, String sha256) {}
