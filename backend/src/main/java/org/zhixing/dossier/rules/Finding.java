package org.zhixing.dossier.rules;

import java.util.List;

/**
 * Why a file is refused: a code of the problems' catalogue with what fills its sentences. A parameter that begins with
 * {@code kind.} is itself a word of the catalogue.
 */
public record Finding(String code, List<String> params) {
    public Finding {
        params = List.copyOf(params);
    }

    public static Finding of(String code, Object... params) {
        return new Finding(
                code, java.util.Arrays.stream(params).map(String::valueOf).toList());
    }

    /** The catalogue's word for a kind of files. */
    public static String word(FileKind kind) {
        return "kind." + kind;
    }
}
