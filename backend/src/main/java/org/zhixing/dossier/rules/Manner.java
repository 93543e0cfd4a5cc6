package org.zhixing.dossier.rules;

/** How an item is opened. */
public enum Manner {
    /** Shown on the screen. */
    VIEW("dossier.opened"),
    /** Taken away as a file. */
    DOWNLOAD("dossier.downloaded");

    private final String action;

    Manner(String action) {
        this.action = action;
    }

    /** Its name on the audit trail. */
    public String action() {
        return action;
    }
}
