package org.zhixing.cases.rules;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The kind of an enforcement case, told by the word in its number and by the register's 案件类型. */
public enum CaseKind {
    FIRST("执", "首次执行", "首次执行案件"),
    RESUMED("执恢", "恢复执行", "恢复执行案件"),
    PRESERVATION("执保", "财产保全执行", "财产保全执行案件"),
    /** 执异, 执复, 执监, 执协, 执他 and whatever else the standard adds. */
    OTHER("执他", "其他", "其他执行", "其他执行案件", "执行异议", "执行复议", "执行监督", "执行协调");

    private final String word;
    private final String label;
    private final Set<String> labels;

    CaseKind(String word, String label, String... others) {
        this.word = word;
        this.label = label;
        this.labels = Set.of(others);
    }

    /** The kind's usual word in a case number. */
    public String word() {
        return word;
    }

    /** The kind's name in the register. */
    public String label() {
        return label;
    }

    /** The kind a case number's word stands for. */
    public static CaseKind ofWord(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElse(OTHER);
    }

    /** The kind the register's 案件类型 names; empty for a word that names none. */
    public static Optional<CaseKind> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label) || kind.labels.contains(label))
                .findFirst();
    }
}
