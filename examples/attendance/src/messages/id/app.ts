import type { AppMessages } from '../messages.ts';

export const app: AppMessages = {
  title: 'Presensi',
  places: {
    kiosk: 'Kios',
    people: 'Orang',
    person: 'Orang',
    import: 'Tambah banyak',
    records: 'Catatan',
    settings: 'Pengaturan',
    privacy: 'Privasi',
  },
  compare: 'Bandingkan dua foto',
  loading: 'Menyiapkan',
  screenFailed: 'Layar ini tidak dapat dimuat.',
  storage: {
    low: 'Ruang di perangkat ini tinggal sedikit. Sejauh ini semua tersimpan; segera ekspor dan hapus catatan lama.',
    full: 'Perangkat ini tidak punya ruang lagi: perubahan terakhir tidak tersimpan. Menghapus orang dan catatan masih bisa.',
    failed: 'Peramban tidak dapat menyimpan perubahan terakhir. Yang tersimpan sebelumnya aman.',
  },
  connection: {
    connecting: 'Menghubungkan dengan kios lain',
    unreachable: 'Server tidak dapat dihubungi. Presensi disimpan di sini dan dikirim saat server kembali.',
    refused: 'Server tidak menerima kios ini. Presensi disimpan di sini saja.',
    'no-database': 'Server tidak memiliki basis data itu. Presensi disimpan di sini saja.',
  },
  errors: {
    'storage-blocked':
      'Peramban ini tidak menyimpan data untuk halaman ini. Izinkan penyimpanan, atau tinggalkan jendela privat.',
    'storage-full': 'Tidak ada ruang lagi di perangkat ini. Tidak ada yang disimpan; menghapus masih bisa.',
    'storage-failed': 'Peramban tidak dapat menyimpannya.',
    'consent-missing': 'Persetujuan diperlukan dahulu.',
    'person-unknown': 'Orang ini tidak ada di sini.',
    'person-erased': 'Orang ini telah dihapus.',
    'settings-invalid': 'Pengaturan ini tidak dapat dipakai.',
    'backup-unreadable': 'Ini bukan cadangan, atau rusak, atau frasa sandinya berbeda.',
    'join-invalid': 'Kode ini milik hal lain, atau dari percobaan sebelumnya.',
    'server-unavailable': 'Server tidak dapat dihubungi, atau tidak menerima kios ini.',
    closed: 'Data telah ditutup. Muat ulang halaman.',
  },
  facesFailed: (code) => `Wajah tidak dapat dilihat di perangkat ini (${code}). PIN dan kartu berfungsi.`,
  tryAgain: 'Coba lagi',
  chooseFiles: 'Pilih berkas',
  close: 'Tutup',
  cancel: 'Batal',
  save: 'Simpan',
};
