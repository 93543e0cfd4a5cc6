package org.zhixing.dossier.content;

import org.zhixing.dossier.rules.Finding;

/** Why there is no picture of a file. */
public final class Undrawable extends Exception {
    private final transient Finding finding;

    Undrawable(String code, Object... params) {
        super(code);
        finding = Finding.of(code, params);
    }

    public Finding finding() {
        return finding;
    }
}
