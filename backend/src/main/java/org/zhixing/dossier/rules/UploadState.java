package org.zhixing.dossier.rules;

/** How far an upload has come. */
public enum UploadState {
    /** Bytes are missing. */
    RECEIVING,
    /** All bytes are here; their content is looked at. */
    CHECKING,
    /** It may be filed. */
    READY,
    /** It was not taken, for a reason that it carries. */
    REFUSED
}
