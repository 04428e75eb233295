import type { Locale } from './locale.ts';

export const id: Locale = {
  language: 'id',
  direction: 'ltr',
  intro: {
    verify: {
      title: 'Pastikan ini Anda',
      detail: 'Wajah Anda dibandingkan di perangkat ini. Tidak ada gambar yang disimpan.',
    },
    enrol: {
      title: 'Daftarkan wajah Anda',
      detail: 'Beberapa saat di depan kamera menjadi templat di perangkat ini. Tidak ada gambar yang disimpan.',
    },
    identify: {
      title: 'Cari tahu siapa Anda',
      detail: 'Wajah Anda dicari di perangkat ini. Tidak ada gambar yang disimpan.',
    },
    capture: {
      title: 'Ambil wajah Anda',
      detail: 'Wajah Anda diukur di perangkat ini. Tidak ada gambar yang disimpan.',
    },
  },
  actions: { start: 'Mulai', cancel: 'Batal', again: 'Coba lagi', photograph: 'Gunakan foto' },
  labels: { camera: 'Kamera', progress: 'Kemajuan', alternative: 'Cara lain' },
  consent: {
    text: 'Templat wajah Anda disimpan agar Anda dapat dibandingkan dengannya nanti.',
    agree: 'Saya setuju',
    required: 'Setujui dahulu, atau gunakan cara lain.',
  },
  phases: {
    loading: { title: 'Menyiapkan', detail: 'Pertama kali perlu sebentar.' },
    asking: { title: 'Izinkan kamera', detail: 'Peramban bertanya apakah halaman ini boleh memakainya.' },
    'page-hidden': { title: 'Dijeda', detail: 'Dilanjutkan saat Anda kembali ke halaman ini.' },
    searching: { title: 'Lihat ke kamera', detail: 'Tempatkan wajah Anda di dalam oval.' },
    guiding: { title: 'Bagus, jangan bergerak', detail: 'Tetap seperti ini sebentar.' },
    deciding: { title: 'Sebentar', detail: 'Wajah Anda sedang dibandingkan.' },
    photograph: { title: 'Memeriksa foto', detail: 'Ini perlu sebentar.' },
  },
  hints: {
    'one-person-only': 'Satu orang saja',
    'face-the-camera': 'Lihat ke kamera',
    'move-back': 'Mundur sedikit',
    'move-closer': 'Mendekat sedikit',
    'centre-face': 'Tempatkan wajah di dalam oval',
    'too-dark': 'Tambah cahaya',
    'too-bright': 'Kurangi cahaya',
    'change-light': 'Cari cahaya yang lebih lembut',
    'remove-covering': 'Jangan tutupi wajah',
    'look-straight': 'Lihat lurus ke depan',
    'hold-still': 'Jangan bergerak',
  },
  challenges: {
    blink: 'Pejamkan mata sebentar',
    'open-mouth': 'Buka mulut',
    'turn-left': 'Tolehkan kepala ke kiri Anda',
    'turn-right': 'Tolehkan kepala ke kanan Anda',
  },
  rest: 'Lihat lurus ke depan',
  camera: {
    'camera-permission-denied': {
      title: 'Kamera tidak diizinkan',
      detail: 'Izinkan untuk halaman ini di pengaturan peramban.',
    },
    'camera-not-found': { title: 'Kamera tidak ditemukan', detail: 'Sambungkan kamera, atau pilih yang lain.' },
    'camera-in-use': { title: 'Kamera sedang dipakai', detail: 'Tutup program atau halaman yang memakainya.' },
    'camera-ended': { title: 'Kamera berhenti', detail: 'Sambungkan lagi, atau izinkan lagi.' },
    'camera-muted': { title: 'Kamera tidak memberi gambar', detail: 'Buka penutupnya, atau akhiri panggilan.' },
    'camera-frozen': { title: 'Gambar diam', detail: 'Tunggu sebentar, atau pilih kamera lain.' },
    'camera-unavailable': {
      title: 'Kamera tidak terjangkau',
      detail: 'Halaman ini hanya dapat memakai kamera melalui koneksi aman.',
    },
  },
  results: {
    match: { title: 'Terkonfirmasi', detail: 'Wajah Anda cocok.' },
    'non-match': { title: 'Tidak terkonfirmasi', detail: 'Wajah Anda tidak cocok. Coba lagi, atau gunakan cara lain.' },
    enrolled: { title: 'Terdaftar', detail: 'Wajah Anda kini dapat dibandingkan.' },
    identified: { title: 'Ditemukan', detail: 'Anda ditemukan di antara yang terdaftar.' },
    'not-identified': { title: 'Tidak ditemukan', detail: 'Tidak ada yang terdaftar cukup mirip dengan Anda.' },
    captured: { title: 'Selesai', detail: 'Wajah Anda terlihat jelas.' },
    inconclusive: {
      title: 'Belum ada keputusan',
      detail: 'Tidak dapat dipastikan. Coba lagi dengan cahaya lebih baik, atau gunakan cara lain.',
    },
  },
  liveness: {
    'timed-out': 'Terlalu lama. Coba lagi, atau gunakan cara lain.',
    'wrong-challenge': 'Yang diminta lain. Coba lagi, atau gunakan cara lain.',
    'face-lost': 'Wajah Anda tidak terlihat. Coba lagi, atau gunakan cara lain.',
    'face-changed': 'Harus orang yang sama sepanjang waktu. Coba lagi, atau gunakan cara lain.',
  },
  photographRefused: 'Foto ini tidak dapat dipakai. Gunakan foto satu orang, cahaya baik, melihat ke kamera.',
  failed: {
    title: 'Tidak berhasil',
    network: 'Ada yang tidak dapat dimuat. Periksa koneksi dan coba lagi.',
    device: 'Perangkat ini belum bisa melakukannya. Coba lagi, atau gunakan cara lain.',
    setup: 'Halaman ini belum diatur dengan benar. Gunakan cara lain untuk saat ini.',
    other: 'Terjadi kesalahan. Coba lagi, atau gunakan cara lain.',
  },
  unsupported: {
    title: 'Tidak bisa di sini',
    detail: 'Peramban ini tidak memiliki yang diperlukan. Gunakan cara lain.',
  },
};
