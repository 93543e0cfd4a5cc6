package org.zhixing.notice.rules;

/** Whether a person's notices go to the court's webhook, e.g. a gateway to WeCom, DingTalk or text messages. */
public enum WebhookMode {
    OFF,
    EACH
}
