/** What a column of a roster can hold. */
export type RosterField =
  | 'id'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'number'
  | 'group'
  | 'active'
  | 'photograph'
  | ConsentField;
type ConsentField = 'consent' | 'consentAt' | 'consentWording' | 'consentBy';

/** How rosters head their columns, without capitals, marks and signs; a new language is more words. */
const HEADINGS: { readonly [Field in RosterField]: readonly string[] } = {
  id: ['id'],
  name: [
    ...['name', 'fullname', 'person', 'student', 'studentname', 'employee', 'employeename', 'participant', 'member'],
    ...['naam', 'volledigenaam', 'leerling', 'medewerker', 'vollstandigername', 'schuler', 'mitarbeiter', 'teilnehmer'],
    ...['nomcomplet', 'nometprenom', 'nomprenom', 'eleve', 'nombrecompleto', 'nombreyapellidos', 'nomecompleto'],
    ...['nama', 'namalengkap', 'الاسم', 'नाम', '姓名', '名字', '氏名', '名前'],
  ],
  firstName: [
    ...['firstname', 'givenname', 'forename', 'voornaam', 'vorname', 'prenom', 'nombre', 'nome', 'namadepan'],
    ...['الاسمالاول', '名'],
  ],
  lastName: [
    ...['lastname', 'surname', 'familyname', 'achternaam', 'nachname', 'familienname', 'nom', 'nomdefamille'],
    ...['apellido', 'apellidos', 'sobrenome', 'apelido', 'namabelakang', 'اسمالعائلة', '姓'],
  ],
  number: [
    ...['number', 'no', 'nr', 'personnelnumber', 'staffnumber', 'staffid', 'studentnumber', 'studentid', 'employeeid'],
    ...['employeenumber', 'nummer', 'personeelsnummer', 'leerlingnummer', 'studentnummer', 'personalnummer'],
    ...['matrikelnummer', 'numero', 'matricule', 'matricula', 'legajo', 'nomor', 'nim', 'nip', 'nis', 'الرقم'],
    ...['क्रमांक', '编号', '学号', '工号', '番号', '社員番号', '学籍番号'],
  ],
  group: [
    ...['group', 'class', 'team', 'department', 'shift', 'course', 'groep', 'klas', 'afdeling', 'ploeg', 'gruppe'],
    ...['klasse', 'abteilung', 'schicht', 'groupe', 'classe', 'equipe', 'service', 'grupo', 'clase', 'turma', 'turno'],
    ...['departamento', 'kelas', 'kelompok', 'bagian', 'المجموعة', 'الصف', 'समूह', 'कक्षा', '班级', '部门', '組', '部署'],
  ],
  active: ['active', 'actief', 'aktiv', 'actif', 'activo', 'ativo', 'aktif'],
  photograph: [
    ...['photograph', 'photo', 'photofile', 'picture', 'image', 'file', 'filename', 'foto', 'pasfoto', 'bild'],
    ...['lichtbild', 'imagen', 'imagem', 'fichier', 'gambar', 'صورة', 'फोटो', '照片', '写真'],
  ],
  consent: ['consent'],
  consentAt: ['consentat'],
  consentWording: ['consentwording'],
  consentBy: ['consentby'],
};

const FIELD_OF = new Map(
  (Object.keys(HEADINGS) as RosterField[]).flatMap((field) => HEADINGS[field].map((heading) => [fold(heading), field])),
);

/** Where each field is in a table with this header; of two columns for one field the first. */
export function findRosterColumns(header: readonly string[]): ReadonlyMap<RosterField, number> {
  const columns = new Map<RosterField, number>();
  header.forEach((heading, column) => {
    const field = FIELD_OF.get(fold(heading));
    if (field !== undefined && !columns.has(field)) columns.set(field, column);
  });
  return columns;
}

function fold(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}\p{Mc}]/gu, '')
    .toLowerCase();
}
