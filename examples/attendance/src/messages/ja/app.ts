import type { AppMessages } from '../messages.ts';

export const app: AppMessages = {
  title: '出欠受付',
  places: {
    kiosk: '受付端末',
    people: '登録者',
    person: '登録者',
    import: '一括追加',
    records: '出欠記録',
    settings: '設定',
    privacy: 'プライバシー',
  },
  compare: '2枚の写真を照合',
  loading: '準備しています',
  screenFailed: 'この画面を読み込めませんでした。',
  storage: {
    low: 'この端末の空き容量が残りわずかです。これまでの内容はすべて保存されています。早めに古い記録を書き出して削除してください。',
    full: 'この端末に空き容量がありません。最後の変更は保存されませんでした。登録者と記録の削除はできます。',
    failed: 'ブラウザーが最後の変更を保存できませんでした。それ以前に保存した内容は安全です。',
  },
  connection: {
    connecting: '他の端末と接続しています',
    unreachable: 'サーバーに接続できません。受付はここに保存され、復旧後に送信されます。',
    refused: 'サーバーがこの端末を受け付けません。受付はここにのみ保存されます。',
    'no-database': 'サーバーにそのデータベースがありません。受付はここにのみ保存されます。',
  },
  errors: {
    'storage-blocked':
      'このブラウザーはこのページのデータを保存しません。保存を許可するか、プライベートウィンドウを閉じてください。',
    'storage-full': 'この端末に空き容量がありません。何も保存されませんでした。削除はできます。',
    'storage-failed': 'ブラウザーが保存できませんでした。',
    'consent-missing': '先に同意が必要です。',
    'person-unknown': 'この方は登録されていません。',
    'person-erased': 'この方は削除されました。',
    'settings-invalid': 'この設定は使えません。',
    'backup-unreadable': 'バックアップではないか、破損しているか、パスフレーズが異なります。',
    'join-invalid': 'このコードは別のものか、以前の試行のものです。',
    'server-unavailable': 'サーバーに接続できないか、この端末を受け付けません。',
    closed: 'データが閉じられました。ページを読み込み直してください。',
  },
  facesFailed: (code) => `この端末では顔を見ることができません（${code}）。PINとカードは使えます。`,
  tryAgain: 'もう一度試す',
  chooseFiles: 'ファイルを選ぶ',
  close: '閉じる',
  cancel: 'キャンセル',
  save: '保存',
};
