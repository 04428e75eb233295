/** A drawn landscape, as SVG: the photograph in which there is nobody. */
export const SCENE_WITHOUT_FACE = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="480">
  <defs>
    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#6fa3cf"/><stop offset="1" stop-color="#e9e2cf"/>
    </linearGradient>
    <linearGradient id="field" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#9cae62"/><stop offset="1" stop-color="#5f7a3a"/>
    </linearGradient>
  </defs>
  <rect width="480" height="480" fill="url(#sky)"/>
  <path d="M0 250 L90 170 L170 240 L260 150 L370 245 L430 200 L480 240 V480 H0 Z" fill="#7d8ba0"/>
  <path d="M0 290 Q120 230 250 280 T480 270 V480 H0 Z" fill="url(#field)"/>
  <path d="M0 370 Q150 320 300 370 T480 360 V480 H0 Z" fill="#4f6b35"/>
  <path d="M210 480 Q240 400 330 350 T400 290 L412 292 Q380 345 350 365 T290 480 Z" fill="#cbb68c"/>
  <path d="M60 330 h110 v-62 h-110 z" fill="#b0674c"/>
  <path d="M50 268 h130 l-24 -44 h-82 z" fill="#5e3a33"/>
  <path d="M98 330 v-38 h24 v38 z" fill="#3e2a25"/>
  <path d="M420 360 v-70 h10 v70 z" fill="#57402e"/>
  <path d="M425 190 l42 112 h-84 z" fill="#2f5233"/>
  <path d="M345 320 v-40 h7 v40 z" fill="#57402e"/>
  <path d="M348 215 l28 72 h-56 z" fill="#3a6040"/>
</svg>`;
