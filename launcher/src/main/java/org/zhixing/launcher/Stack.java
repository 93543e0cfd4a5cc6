package org.zhixing.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The running parts, last started first. Starting and stopping exclude each other, so that no part slips through. */
final class Stack {
    private final Console console;
    private final Deque<Part> parts = new ArrayDeque<>();
    private volatile boolean stopping;

    Stack(Console console) {
        this.console = console;
    }

    synchronized Part start(Supplier<Part> starter) {
        if (stopping) {
            throw new IllegalStateException("Stopping");
        }
        Part part = starter.get();
        parts.push(part);
        return part;
    }

    /** Takes a part out that has done its work and ended. */
    synchronized void ended(Part part) {
        parts.remove(part);
    }

    boolean isStopping() {
        return stopping;
    }

    void stopAll() {
        stopping = true;
        stopInOrder();
    }

    private synchronized void stopInOrder() {
        while (!parts.isEmpty()) {
            Part part = parts.pop();
            if (part.isAlive()) {
                console.say("stopping " + part.name());
            }
            try {
                part.stop().run();
            } catch (RuntimeException e) {
                console.complain(part.name() + " did not stop cleanly: " + e.getMessage());
            }
        }
    }

    /** Waits until one of the parts ends by itself. */
    Part awaitFirstDeath() {
        CompletableFuture<?>[] ends;
        synchronized (this) {
            ends = parts.stream()
                    .map(part -> part.process().onExit().thenApply(p -> part))
                    .toArray(CompletableFuture[]::new);
        }
        return (Part) CompletableFuture.anyOf(ends).join();
    }
}
