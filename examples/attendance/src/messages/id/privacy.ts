import type { PrivacyMessages } from '../en/privacy.ts';

export const privacy: PrivacyMessages = {
  title: 'Privasi',
  intro:
    'Apa yang disimpan presensi ini, di mana, dan berapa lama. Anda boleh menunjukkan halaman ini kepada siapa pun.',
  what: {
    title: 'Apa yang disimpan',
    items: [
      'Nama, nomor, dan kelompok, sebagaimana diketik seseorang.',
      'Persetujuan: untuk apa, siapa yang memberikannya, kapan, dan atas naskah yang mana.',
      'Hanya dengan persetujuan: templat wajah, beberapa angka yang dengannya wajah ditemukan lagi. Gambar tidak dapat dibuat darinya, tetapi itu tetap data biometrik.',
      'Hanya dengan persetujuan untuk itu: foto yang dipakai untuk mendaftarkan seseorang.',
      'PIN dan kartu sebagai hash: keduanya tidak dapat dibaca kembali.',
      'Untuk setiap presensi: siapa, kapan, masuk atau keluar, dengan cara apa, di kios mana, dan apakah jamnya benar. Tidak pernah seberapa mirip sebuah wajah, dan tidak pernah gambar.',
    ],
    never: 'Gambar kamera dilihat di perangkat ini dan langsung dilepaskan. Tidak ada yang disimpan atau dikirim.',
  },
  where: {
    title: 'Di mana',
    alone: 'Hanya di perangkat ini, di peramban ini. Tidak ada yang dikirim ke mana pun.',
    shared:
      'Di perangkat ini dan di setiap kios yang berbagi dengannya, melalui server Anda. Server melihat pengenal acak, waktu, arah, dan pengaturan; nama, wajah, dan alasan dienkripsi dengan kunci yang tidak pernah dimilikinya.',
    disk: 'Nama, templat, PIN, dan alasan dienkripsi dengan kunci milik setiap orang. Siapa yang memegang perangkat ini dalam keadaan terbuka tetap memilikinya: kuncilah perangkat, dan enkripsi cakramnya.',
    backups:
      'Cadangan dan berkas ekspor ada di tempat Anda menaruhnya. Cadangan terenkripsi; daftar dan catatan yang diekspor tidak.',
  },
  howLong: {
    title: 'Berapa lama',
    records: (days) => `Catatan kehadiran: ${days}, lalu dihapus dengan sendirinya. Ini diatur dalam pengaturan.`,
    recordsForever:
      'Catatan kehadiran: sampai seseorang menghapusnya. Ini diatur dalam pengaturan; kurun yang cukup untuk tujuan Anda lebih baik.',
    people: 'Orang: sampai dihapus. Templat: sampai persetujuan ditarik, atau orangnya dihapus.',
    now: (people, faces, photographs) =>
      `Saat ini: ${people}, wajah dari ${faces}, persetujuan menyimpan foto dari ${photographs}.`,
  },
  deleting: {
    title: 'Apa yang dilakukan penghapusan, dan apa yang tidak',
    items: [
      'Siapa yang dihapus tidak dapat dibaca lagi: kunci milik orang itu langsung dimusnahkan di sini, dan di kios lain serta server begitu mereka mendengarnya. Kios yang luring memilikinya sampai saat itu.',
      'Sisanya yang terenkripsi juga dihapus, tetapi peramban mungkin menyimpan bitanya dalam berkasnya sampai ia berbenah. Tanpa kunci tidak ada yang dapat membacanya.',
      'Catatan boleh tetap ada setelah seseorang dihapus; catatan itu lalu milik orang tak dikenal.',
      'Cadangan dan berkas ekspor tidak terjangkau. Hapus sendiri yang lama.',
      'Untuk menyingkirkan setiap bita dalam berkas peramban, bersihkan data situs ini di peramban, atau sajikan halaman dengan tajuk Clear-Site-Data: "storage".',
    ],
  },
  law: {
    title: 'Apa yang diminta hukum',
    intro:
      'Halaman ini bukan nasihat hukum, dan program ini sendiri tidak menjadikan apa pun sah. Tanyakan kepada penasihat Anda sebelum memulai.',
    items: [
      'Uni Eropa (GDPR, Pasal 9): templat wajah adalah data biometrik kategori khusus. Persetujuan harus tegas dan bebas. Di tempat kerja dan sekolah persetujuan jarang bebas, karena satu pihak bergantung pada pihak lain; beberapa otoritas telah mendenda sekolah dan pemberi kerja karena memeriksa kehadiran dengan wajah. Anda memerlukan penilaian dampak (Pasal 35) lebih dahulu, dan cara tanpa wajah yang sama baiknya.',
      'Illinois (BIPA): kebijakan tertulis yang dapat dibaca siapa pun, dengan waktu penghapusan; keterangan tertulis dan izin tertulis sebelum wajah diambil; tidak ada yang dijual atau diteruskan. Orang dapat menggugat untuk setiap pelanggaran.',
      'Tempat lain memiliki hukumnya sendiri. Anak-anak memerlukan persetujuan orang tua atau wali.',
    ],
  },
  otherWay: {
    title: 'Selalu ada cara lain',
    text: 'Setiap orang dapat melakukan presensi dengan PIN atau kartu, tanpa alasan dan tanpa kerugian. Kios menawarkannya sejak awal. Persetujuan dapat ditarik kapan saja: templat lalu langsung dihapus.',
    without: (people) => `Saat ini ${people} melakukan presensi tanpa wajah.`,
  },
};
