package org.zhixing.dossier.rules;

/** How an item came into the volume. */
public enum Source {
    SCAN,
    PHOTO,
    RECORDING,
    RECORD,
    GENERATED,
    UPLOAD
}
