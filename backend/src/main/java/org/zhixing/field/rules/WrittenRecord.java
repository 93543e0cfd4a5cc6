package org.zhixing.field.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record (笔录) as it was written and signed on the spot. */
public record WrittenRecord(
        int version,
        String slipId,
        String slipNumber,
        String caseNumber,
        Text text,
        String textSha256,
        List<Present> signatures,
        String finishedAt) {

    /** What was signed. */
    public record Text(
            String title,
            String place,
            String startedAt,
            String officers,
            List<Question> qa,
            String narrative,
            List<Person> present) {}

    public record Question(String question, String answer) {}

    public record Person(String name, String role) {}

    public record Present(
            String name,
            String role,
            @Nullable Signature signature,
            @Nullable NoSignature refusal) {}

    /** @param image the strokes as a PNG data URL */
    public record Signature(String image, String at) {}

    /** Somebody would not sign, and somebody else saw it. */
    public record NoSignature(String reason, String witness, String at) {}

    /** True if somebody was there, and everybody who was has signed or was seen to refuse. */
    public boolean whole() {
        List<Person> signed = signatures.stream()
                .filter(each -> each.signature() != null || each.refusal() != null)
                .map(each -> new Person(each.name(), each.role()))
                .toList();
        return !signed.isEmpty() && signed.equals(text.present());
    }
}
