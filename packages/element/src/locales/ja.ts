import type { Locale } from './locale.ts';

export const ja: Locale = {
  language: 'ja',
  direction: 'ltr',
  intro: {
    verify: { title: 'ご本人の確認', detail: '顔の照合はこの端末で行われます。画像は保存されません。' },
    enrol: {
      title: '顔の登録',
      detail: 'カメラの前での数秒から、この端末でテンプレートを作成します。画像は保存されません。',
    },
    identify: { title: '登録者の検索', detail: '顔の検索はこの端末で行われます。画像は保存されません。' },
    capture: { title: '顔の取得', detail: '顔の計測はこの端末で行われます。画像は保存されません。' },
  },
  actions: { start: '開始', cancel: 'キャンセル', again: 'もう一度試す', photograph: '写真を使う' },
  labels: { camera: 'カメラ', progress: '進行状況', alternative: '別の方法' },
  consent: {
    text: '後で照合できるように、顔のテンプレートが保存されます。',
    agree: '同意します',
    required: '先に同意するか、別の方法をお使いください。',
  },
  phases: {
    loading: { title: '準備しています', detail: '初回は少し時間がかかります。' },
    asking: { title: 'カメラを許可してください', detail: 'このページが使用してよいか、ブラウザーが確認しています。' },
    'page-hidden': { title: '一時停止中', detail: 'このページに戻ると再開します。' },
    searching: { title: 'カメラを見てください', detail: '顔を楕円の中に入れてください。' },
    guiding: { title: 'そのまま動かないでください', detail: '少しの間お待ちください。' },
    deciding: { title: '少々お待ちください', detail: '顔を照合しています。' },
    photograph: { title: '写真を確認しています', detail: '少しの間お待ちください。' },
  },
  hints: {
    'one-person-only': 'お一人で映ってください',
    'face-the-camera': 'カメラを見てください',
    'move-back': '少し離れてください',
    'move-closer': '少し近づいてください',
    'centre-face': '顔を楕円の中に入れてください',
    'too-dark': 'もう少し明るくしてください',
    'too-bright': 'もう少し暗くしてください',
    'change-light': '照明を変えてください',
    'remove-covering': '顔を隠さないでください',
    'look-straight': '正面を見てください',
    'hold-still': '動かないでください',
  },
  challenges: {
    blink: '少しの間、目を閉じてください',
    'open-mouth': '口を開けてください',
    'turn-left': '顔を左に向けてください',
    'turn-right': '顔を右に向けてください',
  },
  rest: '正面を見てください',
  camera: {
    'camera-permission-denied': {
      title: 'カメラが許可されていません',
      detail: 'ブラウザーの設定でこのページに許可してください。',
    },
    'camera-not-found': { title: 'カメラが見つかりません', detail: 'カメラを接続するか、別のものを選んでください。' },
    'camera-in-use': { title: 'カメラは使用中です', detail: '使用中のプログラムかページを閉じてください。' },
    'camera-ended': { title: 'カメラが停止しました', detail: '接続し直すか、もう一度許可してください。' },
    'camera-muted': { title: 'カメラの映像がありません', detail: 'カバーを開けるか、使用中の通話を終えてください。' },
    'camera-frozen': { title: '映像が止まっています', detail: '少し待つか、別のカメラを選んでください。' },
    'camera-unavailable': {
      title: 'カメラを使えません',
      detail: 'このページは安全な接続でのみカメラを使用できます。',
    },
  },
  results: {
    match: { title: '確認できました', detail: '顔が一致しました。' },
    'non-match': {
      title: '確認できませんでした',
      detail: '顔が一致しません。もう一度試すか、別の方法をお使いください。',
    },
    enrolled: { title: '登録しました', detail: '今後、顔の照合ができます。' },
    identified: { title: '見つかりました', detail: '登録された方の中に見つかりました。' },
    'not-identified': { title: '見つかりませんでした', detail: '登録された方に十分似た方はいません。' },
    captured: { title: '取得しました', detail: '顔がよく見えました。' },
    inconclusive: {
      title: '判定できませんでした',
      detail: '明るい場所でもう一度試すか、別の方法をお使いください。',
    },
  },
  liveness: {
    'timed-out': '時間切れです。もう一度試すか、別の方法をお使いください。',
    'wrong-challenge': '指示と異なる動作でした。もう一度試すか、別の方法をお使いください。',
    'face-lost': '顔が見えなくなりました。もう一度試すか、別の方法をお使いください。',
    'face-changed': '最後まで同じ方である必要があります。もう一度試すか、別の方法をお使いください。',
  },
  photographRefused: 'この写真は使えません。明るい場所で正面を向いた、お一人の写真をお選びください。',
  failed: {
    title: 'うまくいきませんでした',
    network: '読み込めないものがありました。接続を確認してもう一度お試しください。',
    device: 'この端末では現在できません。もう一度試すか、別の方法をお使いください。',
    setup: 'このページの設定に誤りがあります。今は別の方法をお使いください。',
    other: 'エラーが発生しました。もう一度試すか、別の方法をお使いください。',
  },
  unsupported: {
    title: 'ここでは使えません',
    detail: 'このブラウザーには必要な機能がありません。別の方法をお使いください。',
  },
};
