package org.zhixing.notice.rules;

/**
 * A row of the outbox that waits for delivery.
 *
 * @param payload the {@link Event} as JSON
 * @param attempts tries so far, all failed
 */
public record Waiting(long id, int courtId, String topic, String payload, int attempts) {}
