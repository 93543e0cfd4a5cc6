package org.zhixing.paper.rules;

/** How far a paper has come. */
public enum PaperStatus {
    /** It may be changed; it has no number yet. */
    DRAFT,
    /** Numbered and fixed as a PDF; it waits for its signatures. */
    TO_SIGN,
    /** All have signed; it is in the e-file. */
    SIGNED,
    /** Given up. Its number, if it had one, stays used and says so. */
    VOID
}
