package org.zhixing.paper.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhixing.paper.rules.Block.Kind;

/**
 * A template as it was read: blocks in which variables stand in braces. The text is read before anything is filled in,
 * so that nothing a party is called, or somebody types, can become a mark.
 */
public final class Template {
    public static final int LONGEST = 20_000;

    private static final Pattern BRACED = Pattern.compile("\\{([^{}\\n]*)}");
    private static final Pattern SIGNATURE = Pattern.compile("\\[签名 ([^\\[\\]]+)]");
    private static final Map<String, Kind> MARKS =
            Map.of("# ", Kind.TITLE, "= ", Kind.CENTRED, "> ", Kind.RIGHT, "- ", Kind.FLUSH);

    private final List<Block> blocks;
    private final List<TemplateFault> faults = new ArrayList<>();
    private final Map<Variable, Integer> variables = new EnumMap<>(Variable.class);

    private Template(String text) {
        List<Block> read = new ArrayList<>();
        String[] lines = text.replace("\r\n", "\n").strip().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            Block block = block(line);
            read.add(block);
            check(i + 1, line, block, i == 0 ? null : read.get(i - 1));
        }
        if (read.stream().filter(block -> block.kind() == Kind.TITLE).count() != 1) {
            faults.add(new TemplateFault(1, "paper.template.title", "#"));
        }
        if (text.length() > LONGEST) {
            faults.add(new TemplateFault(lines.length, "paper.template.long", Integer.toString(LONGEST)));
        }
        blocks = List.copyOf(read);
    }

    public static Template read(String text) {
        return new Template(text);
    }

    /** All that is wrong with it; one with faults is never stored. */
    public List<TemplateFault> faults() {
        return List.copyOf(faults);
    }

    /**
     * The same of a paper that an act writes: what that act does not fill in nobody could be asked for.
     *
     * @param filled what the act fills in
     */
    public List<TemplateFault> faults(Set<Variable> filled) {
        List<TemplateFault> all = new ArrayList<>(faults);
        variables.forEach((variable, line) -> {
            if ((variable.asked() || variable == Variable.ADDRESSEE) && !filled.contains(variable)) {
                all.add(new TemplateFault(line, "paper.template.recorded", variable.word()));
            }
        });
        return all;
    }

    /** What it names. */
    public Set<Variable> variables() {
        return Set.copyOf(variables.keySet());
    }

    public List<Block> blocks() {
        return blocks;
    }

    /** The blocks with their values; a variable without one leaves a blank to be written on. */
    public List<Block> fill(Map<Variable, String> values) {
        List<Block> filled = new ArrayList<>();
        for (Block block : blocks) {
            List<String> cells = block.cells().stream()
                    .map(cell ->
                            BRACED.matcher(cell).replaceAll(found -> Matcher.quoteReplacement(value(found, values))))
                    .toList();
            if (block.kind() == Kind.PARAGRAPH || block.kind() == Kind.FLUSH) {
                Arrays.stream(cells.get(0).split("\n"))
                        .map(line -> Block.of(block.kind(), line.strip()))
                        .forEach(filled::add);
            } else {
                filled.add(new Block(block.kind(), cells));
            }
        }
        return filled;
    }

    private static String value(MatchResult found, Map<Variable, String> values) {
        return Variable.of(found.group(1).strip())
                .map(values::get)
                .filter(v -> !v.isBlank())
                .orElse("＿＿＿＿");
    }

    private static Block block(String line) {
        if (line.isEmpty()) {
            return new Block(Kind.GAP, List.of());
        }
        if (line.startsWith("## ")) {
            return Block.of(Kind.HEADING, line.substring(3).strip());
        }
        if (line.equals("[印章]")) {
            return Block.of(Kind.SEAL, "{" + Variable.COURT.word() + "}");
        }
        Matcher signature = SIGNATURE.matcher(line);
        if (signature.matches()) {
            return Block.of(Kind.SIGNATURE, signature.group(1).strip());
        }
        if (line.startsWith("|") && line.endsWith("|") && line.length() > 1) {
            return new Block(
                    Kind.ROW,
                    Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                            .map(String::strip)
                            .toList());
        }
        Kind marked = line.length() < 3 ? null : MARKS.get(line.substring(0, 2));
        return marked == null
                ? Block.of(Kind.PARAGRAPH, line)
                : Block.of(marked, line.substring(2).strip());
    }

    private void check(int line, String text, Block block, @org.jspecify.annotations.Nullable Block before) {
        Matcher braced = BRACED.matcher(text);
        while (braced.find()) {
            String word = braced.group(1).strip();
            Variable.of(word)
                    .ifPresentOrElse(
                            known -> variables.putIfAbsent(known, line),
                            () -> faults.add(new TemplateFault(line, "paper.template.variable", word)));
        }
        String rest = BRACED.matcher(text).replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            faults.add(new TemplateFault(line, "paper.template.brace", text));
        }
        if (text.startsWith("[") && block.kind() == Kind.PARAGRAPH) {
            faults.add(new TemplateFault(line, "paper.template.place", text));
        }
        boolean table = block.kind() == Kind.ROW && before != null && before.kind() == Kind.ROW;
        if (table && before != null && before.cells().size() != block.cells().size()) {
            faults.add(new TemplateFault(
                    line,
                    "paper.template.cells",
                    Integer.toString(before.cells().size())));
        }
    }
}
