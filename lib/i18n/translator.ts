import { createTranslator } from 'use-intl/core';
import en from '@/messages/en.json';
import zhCN from '@/messages/zh-CN.json';
import zhTW from '@/messages/zh-TW.json';
import type { Locale } from './locale';

export type Messages = typeof zhCN;

const MESSAGES: Record<Locale, Messages> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

function make(locale: Locale) {
  return createTranslator({
    locale,
    messages: MESSAGES[locale],
    timeZone: 'Asia/Shanghai',
    onError: (error) => {
      throw error;
    },
  });
}

/** Turns a key of messages/*.json and its values into text. An unknown key is a mistake of ours and throws. */
export type Translate = ReturnType<typeof make>;

const made = new Map<Locale, Translate>();

/** The translator of a language; made once, because it keeps what it has parsed. */
export function translator(locale: Locale): Translate {
  const translate = made.get(locale) ?? make(locale);
  made.set(locale, translate);
  return translate;
}
