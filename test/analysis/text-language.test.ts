import { describe, expect, it } from "vitest";
import { textLanguage } from "../../src/analysis/text-language.ts";

describe("the language of a text", () => {
  it.each([
    ["ar", "افتتحت المكتبة أبوابها في الصباح، وجاء إليها كثير من القراء."],
    ["fa", "کتابخانه در صبح باز شد و مردم به آن آمدند."],
    ["fa", "در این شهر از سال قبل برای مردم تا شب باز است"],
    ["en", "The library opened in the morning, and many readers came to it."],
    ["fr", "La bibliothèque a ouvert le matin et les lecteurs sont venus."],
    ["tr", "Kütüphane çocuklar için açıktır ve her gün gelirler."],
    ["tr", "KUTUPHANE COCUKLAR ICIN BIR YERDIR VE COK GUZELDIR"],
    ["ru", "Библиотека открылась утром, и в неё пришло много читателей."],
  ])("is %s for %s", (language, text) => {
    expect(textLanguage(text)).toBe(language);
  });

  it("is that of most of it, whatever names stand in it and whatever it opens with", () => {
    expect(
      textLanguage(`Microsoft Windows 95 Office ${"وصلت الشركة إلى المدينة في الصباح. ".repeat(20)}`),
    ).toBe("ar");
    const head = "Licensed under the terms of the agreement that is with the author. ".repeat(50);
    const body = "Вечером в городе было тихо, и все ушли. ".repeat(900);
    expect(textLanguage(`${head}${body}`)).toBe("ru");
    // What the text is framed by says less than what stands between
    expect(textLanguage(`${head}${body}${head}`)).toBe("ru");
  });

  it.each(["", "1961 – 2024", "🙂 … !"])("is not known of %j", (text) => {
    expect(textLanguage(text)).toBeUndefined();
  });
});
