/**
 * Keyboards, each as the rows of its keys in the same places, the first of which is the key above the tabulator. A key that makes several
 * letters at once (لا) has them in brackets. From the layouts' own standards: ISIRI 9147 for Persian, SI 1452 for Hebrew.
 */
export const KEYBOARDS = {
  us: ["`", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"],
  russian: ["ё", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю."],
  // Arabic 101
  arabic: ["ذ", "ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤر(لا)ىةوزظ"],
  persian: ["\u200d", "ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو./"],
  hebrew: [";", "/'קראטוןםפ][", "שדגכעיחלךף,", "זסבהנמצתץ."],
  azerty: ["²", "azertyuiop^$", "qsdfghjklmù", "wxcvbn,;:!"],
  turkish: ['"', "qwertyuıopğü", "asdfghjklşi", "zxcvbnmöç."],
} as const satisfies Readonly<Record<string, readonly string[]>>;
