package org.zhixing.notice.rules;

/** How a person wants e-mail. */
public enum EmailMode {
    OFF,
    /** One mail each working morning, if there is something to say. */
    DIGEST,
    /** One mail a notice, and the digest too. */
    EACH
}
