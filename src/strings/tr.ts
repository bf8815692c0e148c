import { dates, isolate, listed, plural, type Strings } from "./strings.ts";

const date = dates("tr");

const keptDays = plural("tr", { other: "# gün" });

export const tr = {
  language: "tr",
  direction: "ltr",
  name: "Türkçe",
  answer: {
    asked: "Soru",
    closest: "Kaynaklar bu soruyu yanıtlamıyor. En yakını şu:",
    nothing: "Kaynaklarda bununla ilgili bir şey yok.",
    missing: (words) => `Kaynaklarda yok: ${listed("tr", words)}`,
    searchedFor: (typed, as) => `${isolate(typed)} yerine ${isolate(as)} arandı`,
    tryInstead: "Şunu sormayı deneyin:",
    counter: (at, of) => `${at} / ${of}`,
    empty: "Sorunuzu yazın, yanıtını kaynaklarda arayayım.",
    tooLong: "Soru çok uzun. Lütfen kısaltın.",
    help: {
      greeting:
        "Merhaba! Kaynaklardaki her şeyi sorabilirsiniz: yanıtlayan paragrafları kelimesi kelimesine, kaynağıyla alıntılarım.",
      thanks: "Rica ederim! Dilediğiniz zaman sorun.",
      bot: "Ben İsnad. Kaynaklardan kelimesi kelimesine, kaynak göstererek alıntı yaparak yanıt veririm. Kendimden bir şey yazmam; kaynaklarda yanıt yoksa bunu söylerim.",
    },
    privacy: "Yazdıklarınızın hiçbiri saklanmaz.",
    support: "Destek",
    named: (name) => `Kaynaklar: ${isolate(name)}.`,
    about: (subject) => `Konuları: ${isolate(subject)}.`,
  },
  citation: {
    paragraph: (n) => `${n}. paragraf`,
    noHeadline: "başlıksız",
    untitled: (opening) => `başlıksız, şöyle başlıyor: ${isolate(`“${opening}…”`)}`,
    date: (d) =>
      d.how === "unknown"
        ? "tarih belirtilmemiş"
        : d.how === "inferred"
          ? `${date(d.value)} (çıkarım)`
          : date(d.value),
    publisher: (p) =>
      p.how === "unknown" ? "yayıncı bilinmiyor" : p.how === "inferred" ? `${p.value} (çıkarım)` : p.value,
    published: "Kaynak",
  },
  leader: {
    choose: "Kimi kastediyorsunuz?",
    unknown: (name) => `Kaynaklarda ${isolate(name)} adında kimse yok.`,
    said: (count) => `${count} söz`,
    mentioned: (count) => `${count} paragrafta anılıyor`,
    about: (topic, count) => `${isolate(topic)} hakkında: ${count}`,
    roles: "Kaynaklardaki görevi",
    noStatements: "Kaynaklar ondan bir söz aktarmıyor.",
    noMentions: "Kaynaklar ondan söz etmiyor.",
  },
  verification: {
    verdict: {
      exact: "Bunlar harfi harfine kaynağın sözleri.",
      spelling: "Bunlar kaynağın sözleri; yalnızca yazım veya noktalama farklı.",
      altered: "Bu alıntı değiştirilmiş: sözlerin hepsi kaynağın değil.",
      stitched: "Bu alıntı farklı yerlerden birleştirilmiş.",
      misattributed: "Sözler kaynaklarda var, ama bu kişiye ait değil.",
      translation: "Bu, kaynaklardaki sözlerin çevirisi. Aslı:",
      absent: "Bu sözler kaynaklarda yok.",
    },
    pasted: "Yapıştırdığınız",
    nearest: "Kaynaklarda en yakını:",
    saidBy: (names) => `Kaynakta söyleyen: ${listed("tr", names)}`,
    byText: "Kaynak bunları kimseye atfetmiyor: metnin kendi sözleri.",
    added: (words) => `Eklenmiş, kaynakta yok: ${isolate(words)}`,
    dropped: (words) => `Çıkarılmış: ${isolate(words)}`,
    changed: (typed, source) => `${isolate(source)} yerine ${isolate(typed)}`,
    moved: (words) => `Yeri değiştirilmiş: ${isolate(words)}`,
  },
  sources: {
    title: "Kaynaklar",
    passages: (count) => `${count} paragraf`,
    page: (at, of) => `sayfa ${at} / ${of}`,
    unknown: "Böyle bir kaynak yok. Kaynaklar listesinden birini seçin.",
    pick: "Okumak için bir kaynak seçin",
  },
  translation: {
    label: "Editörün çevirisi",
    whole: "Çevirinin tamamı",
    elsewhere: "Çevirisini oku",
  },
  button: {
    previous: "Önceki",
    next: "Sonraki",
    around: "Bağlam",
    back: "Geri",
    post: "Kanala gönder",
    delete: "Sil",
    copy: "Kaynağıyla kopyala",
    read: "Kaynağı oku",
    said: "Sözleri",
    mentioned: "Anıldığı yerler",
  },
  notice: {
    outdated: "Bu yanıttan sonra kaynaklar değişti. Lütfen yeniden sorun.",
    notYours: "Bu yanıt başkasının. Siz de sorun, size yanıt vereyim.",
    unknownButton: "Bu düğme artık çalışmıyor. Lütfen yeniden sorun.",
    slowDown: (seconds) => `Biraz yavaş. ${seconds} saniye sonra yeniden deneyin.`,
    failed: "Bende bir sorun oldu. Lütfen biraz sonra yeniden deneyin.",
    cannotQuote: "Metni olduğu gibi alıntılayamadım, o yüzden alıntılamadım. Kaynağın kendisinden okuyun.",
    busy: "Aynı anda çok fazla soru geldi, buna zamanında yanıt veremedim. Lütfen biraz sonra yeniden sorun.",
    mayBeLost: "Yanıtım size ulaşmamış olabilir. Görmüyorsanız lütfen yeniden sorun.",
    voted: "Teşekkürler, oyunuz sayıldı.",
    questionsKept: (days) =>
      `Yanıtlayamadığım sorular, kimin sorduğu belirtilmeden ${keptDays(days)} saklanır; böylece kaynaklarda neyin eksik olduğu görülür.`,
  },
  command: {
    start: "Başla",
    ask: "Kaynaklara sor: yanıt, kaynağıyla bir alıntıdır",
    question: "Sorunuz",
    leader: "Bir kişinin sözleri ve anıldığı yerler",
    leaderName: "Kişinin adı",
    topic: "Hangi konuda",
    verify: "Bir alıntıyı denetle: bunlar kaynakların sözleri mi?",
    quotation: "Alıntı, elinizdeki haliyle",
    speaker: "Kime atfedildiği",
    sources: "Kaynakları listele ve oku",
    help: "İsnad nasıl kullanılır",
    private: "Yanıtı yalnızca siz görürsünüz",
    askSources: "Kaynaklara sor",
    short: "Kaynakları kelimesi kelimesine, kaynak göstererek alıntılarım.",
    about:
      "Kaynaklarda yazanları dokuz dilden birinde sorun. Yanıtlayan paragrafları olduğu gibi, kaynağıyla alıntılarım; kaynaklarda yanıt yoksa açıkça söylerim. Kendimden bir şey yazmam.",
    inGroup: (bot) =>
      `Burada sormak için: /ask ve soru yazın, @${bot} adını anın ya da yanıtlarımdan birini yanıtlayın.`,
    inlineHelp: "Sorunuzu botun adından sonra yazın",
  },
  terminal: {
    loading: "yükleniyor…",
    endsPage: "Sayfa da duruyor.",
    unknown: "Böyle bir komut yok. Komutlar:",
    nothingMore: "Burada gösterilecek başka bir şey yok. Bir şey sorun ya da /help yazın.",
    leave: "Çık",
    turn: "Arapça harfler ters ya da kopuk görünüyorsa",
    leader: "ad: konu",
  },
} satisfies Strings;
