import { mount } from 'svelte';
import CheckIn from './CheckIn.svelte';

const target = document.querySelector('#app');
if (target !== null) mount(CheckIn, { target });
