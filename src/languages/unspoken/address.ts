/** Forms of address in languages that the bot does not speak, but in which people type names: Urdu, Kazakh, Turkmen, Hebrew, Chinese. */
export const UNSPOKEN_ADDRESS =
  "صدر محترم جناب президентi президенті министрi министрі құрметті prezident prezidenti cenab hörmətli muhterem hormatly gahryman " +
  "נשיא הנשיא שר השר מר גברת 总统 總統 先生 女士 外长 外長 外交部 主席 部长 部長 发言人 發言人 同志";
