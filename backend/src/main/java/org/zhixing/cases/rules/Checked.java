package org.zhixing.cases.rules;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A text that was read: either its value, or the reason why it has none. */
public sealed interface Checked<T> {

    record Good<T>(T value) implements Checked<T> {}

    record Bad<T>(Reason reason) implements Checked<T> {}

    static <T> Checked<T> good(T value) {
        return new Good<>(value);
    }

    static <T> Checked<T> bad(ReasonCode code, String... params) {
        return new Bad<>(Reason.of(code, params));
    }

    /** The value; a bad text goes to the listener and leaves null. */
    default @Nullable T orTell(Consumer<Reason> listener) {
        if (this instanceof Bad<T> bad) {
            listener.accept(bad.reason());
            return null;
        }
        return ((Good<T>) this).value();
    }

    default Optional<T> found() {
        return this instanceof Good<T> good ? Optional.of(good.value()) : Optional.empty();
    }

    default Optional<Reason> refused() {
        return this instanceof Bad<T> bad ? Optional.of(bad.reason()) : Optional.empty();
    }

    /** The value, for texts that were checked before. @throws RefusedText if it has none */
    default T orThrow() {
        if (this instanceof Bad<T> bad) {
            throw new RefusedText(bad.reason());
        }
        return ((Good<T>) this).value();
    }
}
