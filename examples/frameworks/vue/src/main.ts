import { createApp } from 'vue';
import CheckIn from './CheckIn.vue';

createApp(CheckIn).mount('#app');
