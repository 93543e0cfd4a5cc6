package org.zhixing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is refused an act of the court, be it done already or not theirs, is told under which clause. */
class ClauseTest {
    private static final Path SOURCES = Path.of("src/main/java/org/zhixing");
    private static final List<String> ROOMS = List.of("flow", "clock", "paper", "signing");
    /** The ways to refuse that do not ask for a clause; up to the end of the statement. */
    private static final Pattern REFUSAL = Pattern.compile(
            "Refusal\\s*\\.(?:conflict\\(|of\\(\\s*4(?:03|09|22),|forbidden\\([^;,]*,\\s*null)([^;]*);");

    private static final Pattern CODE = Pattern.compile("\"([a-z-]+)\"");

    /**
     * What no clause speaks of: how far the reading of a file is, which number another case has, whose token it is, and
     * whether a draft of a policy says or moves anything.
     */
    private static final Set<String> WITHOUT = Set.of(
            "import-checking",
            "import-failed",
            "import-not-previewed",
            "import-row-good",
            "number-taken",
            "policy-moves-nothing",
            "policy-unchanged",
            "unknown-person");

    @Test
    void everyRefusalNamesItsClause() throws IOException {
        Set<String> without = new TreeSet<>();
        for (String room : ROOMS) {
            try (Stream<Path> all = Files.walk(SOURCES.resolve(room))) {
                for (Path source :
                        all.filter(each -> each.toString().endsWith(".java")).toList()) {
                    without.addAll(bare(source));
                }
            }
        }
        assertThat(without).containsExactlyInAnyOrderElementsOf(WITHOUT);
    }

    private static Set<String> bare(Path source) throws IOException {
        Set<String> bare = new TreeSet<>();
        Matcher refusal = REFUSAL.matcher(Files.readString(source));
        while (refusal.find()) {
            if (!refusal.group(1).contains(".under(")) {
                Matcher code = CODE.matcher(refusal.group());
                bare.add(code.find() ? code.group(1) : source.getFileName() + ": " + refusal.group());
            }
        }
        return bare;
    }
}
