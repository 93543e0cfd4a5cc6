package org.zhixing.dossier.rules;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a file is refused: a code of the problems' catalogue with what fills its sentences. A parameter that begins with
 * {@code kind.} is itself a word of the catalogue.
 *
 * @param clause of the court's policy, where it is the policy that stands against it
 */
public record Finding(
        String code, List<String> params, @Nullable String clause) {
    public Finding {
        params = List.copyOf(params);
    }

    public static Finding of(String code, Object... params) {
        return new Finding(code, Arrays.stream(params).map(String::valueOf).toList(), null);
    }

    /** The same, and which clause is behind it. */
    public Finding under(String clause) {
        return new Finding(code, params, clause);
    }

    /** The catalogue's word for a kind of files. */
    public static String word(FileKind kind) {
        return "kind." + kind;
    }
}
